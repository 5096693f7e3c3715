using Dns;
using Resolver;
using Resolver.Answers;

namespace Resolverd.Workers;

/// <summary>
/// A worker that finds answers: the home of the queries whose question hashes to it. What it holds is bounded, what
/// it started it sees to the end.
/// </summary>
internal sealed class ResolverWorker : IDisposable
{
    private readonly Worker _worker;
    private readonly FaultLog _faults;
    private readonly int _limit;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CompleteQuery _complete;
    private volatile bool _isClosed;
    private int _outstanding;

    /// <summary>Makes the home of queries on a worker that has been started.</summary>
    /// <param name="worker">The thread.</param>
    /// <param name="complete">What finds answers. It is called on that thread alone.</param>
    /// <param name="limit">Queries that may be outstanding.</param>
    /// <param name="faults">Where exceptions go that fail a query.</param>
    public ResolverWorker(Worker worker, CompleteQuery complete, int limit, FaultLog faults)
    {
        _worker = worker;
        _complete = complete;
        _limit = limit;
        _faults = faults;
    }

    /// <summary>Queries being worked on.</summary>
    public int Outstanding => Volatile.Read(ref _outstanding);

    /// <summary>Takes a query in; false if there are too many, and then nothing happens to it.</summary>
    public bool TryPost(PendingQuery query, ReplyPath reply)
    {
        if (Interlocked.Increment(ref _outstanding) > _limit || _isClosed)
        {
            Release();
            return false;
        }
        _worker.Post(static job => ((Job)job!).Run(), new Job(this, query, reply));
        return true;
    }

    /// <summary>Later queries are completed by another.</summary>
    public void Replace(CompleteQuery complete) => _worker.Post(_ => _complete = complete, null);

    /// <summary>
    /// Takes nothing in any more and waits for what is under way; once the token fires, that is cancelled. Then the
    /// thread ends.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // One more is held, so that the last release after this one ends the waiting.
        Interlocked.Increment(ref _outstanding);
        await using var cut = cancellationToken.Register(_stopping.Cancel);
        _isClosed = true;
        Release();
        await _drained.Task;
        _worker.Stop();
        await _worker.Ended;
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private void Release()
    {
        if (Interlocked.Decrement(ref _outstanding) == 0 && _isClosed)
            _drained.TrySetResult();
    }

    private async Task<int> CompleteAsync(PendingQuery query, Memory<byte> response) =>
        await _complete(query, response, _stopping.Token);

    /// <summary>One query on its way.</summary>
    private sealed class Job(ResolverWorker home, PendingQuery query, ReplyPath reply)
    {
        // The worker owns what runs on it: an exception from here comes to its loop.
        public async void Run()
        {
            using var response = new ResponseMemory(reply.MaxLength);
            var completion = home.CompleteAsync(query, response.Memory);
            await ((Task)completion).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            try
            {
                Reply(completion, response.GetSpan());
            }
            finally
            {
                home.Release();
            }
        }

        private void Reply(Task<int> completion, Span<byte> response)
        {
            if (completion.IsCompletedSuccessfully && completion.Result > 0)
            {
                reply.Send(response[..completion.Result]);
                return;
            }
            if (completion.Exception is not { } exception)
            {
                reply.Abandon();
                return;
            }
            home._faults.Record(exception.GetBaseException(), home._worker.Name);
            var length = RejectionEncoder.Encode(query.Packet, ResponseCode.ServFail, null, response);
            reply.Send(response[..length]);
        }
    }
}

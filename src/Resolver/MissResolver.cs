using Dns;
using Dns.Edns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Policy;
using Resolver.Ports;
using Resolver.Queries;
using Resolver.Recursion;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver;

/// <summary>
/// Finds the answers that were not in the cache, and refreshes those near their end: on the question's home worker,
/// one resolver to a worker. A client is answered in time even where the search takes longer; the search then goes
/// on and fills the cache.
/// </summary>
/// <param name="settings">What the operator decided.</param>
/// <param name="recursor">The way to the answers.</param>
/// <param name="cache">The cache, shared by all workers.</param>
/// <param name="clock">Time and timers.</param>
/// <param name="limits">What one client query may cost.</param>
public sealed class MissResolver(
    HandlerSettings settings, Recursor recursor, RRsetCache cache, Clock clock, BudgetLimits limits)
{
    private readonly CacheArena _arena = new();

    /// <summary>Invariants that did not hold; each failed one query and is a bug.</summary>
    public long BrokenInvariants { get; private set; }

    /// <summary>
    /// Finds the answer and writes the response; returns its length. The buffer must have room for the transport's
    /// largest response.
    /// </summary>
    public ValueTask<int> AnswerAsync(
        PendingQuery work, Memory<byte> response, CancellationToken cancellationToken) =>
        AnswerAsync(work, response, null, cancellationToken);

    /// <summary>
    /// The same, with a trace of what is done for it: the steps are added to the one given. They go on where the
    /// search goes on after the client has been answered.
    /// </summary>
    public async ValueTask<int> AnswerAsync(
        PendingQuery work, Memory<byte> response, TraceStep? trace, CancellationToken cancellationToken)
    {
        var search = SearchAsync(work, trace, cancellationToken);
        var answer = search.IsCompleted ? await search : await AwaitInTimeAsync(work, search);
        return Encode(work, answer, response.Span);
    }

    /// <summary>Fetches anew what a client was just told; nobody waits for it.</summary>
    public async ValueTask RefreshAsync(PendingQuery work, CancellationToken cancellationToken) =>
        await SearchAsync(work, null, cancellationToken);

    private async Task<Answer> AwaitInTimeAsync(PendingQuery work, Task<Answer> search)
    {
        var stale = FindStale(work);
        var patience = stale is null ? settings.Deadlines.FailureMs : settings.Deadlines.StaleMs;
        var isDone = await CompletesWithinAsync(search, patience);
        if (!isDone)
            return stale ?? TimedOut(work);
        var answer = await search;
        return answer.Outcome.Kind == OutcomeKind.Failure && stale is { } older ? older : answer;
    }

    private async Task<bool> CompletesWithinAsync(Task<Answer> search, int milliseconds)
    {
        using var cancellation = new CancellationTokenSource();
        var timer = Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, cancellation.Token);
        var first = await Task.WhenAny(search, timer);
        // Not CancelAsync, which would leave the worker for the thread pool.
        cancellation.Cancel();
        return first == search;
    }

    private async Task<Answer> SearchAsync(
        PendingQuery work, TraceStep? trace, CancellationToken cancellationToken)
    {
        try
        {
            return work.Type == RecordType.Any
                ? await SearchAnyAsync(work, trace, cancellationToken)
                : await SearchAsync(work.Chain, work, work.Type, trace, cancellationToken);
        }
        catch (InvariantException bug)
        {
            BrokenInvariants++;
            return new(Unlinked(work), Outcome.Failed(FailureReason.Internal, bug.Message));
        }
    }

    private async Task<Answer> SearchAsync(
        AliasChain chain, PendingQuery work, RecordType type, TraceStep? trace, CancellationToken cancellationToken)
    {
        var context = new ResolutionContext(new Budget(limits))
        {
            Checking = work.IsCheckingDisabled ? Checking.Disabled : Checking.Enabled,
            Trace = trace,
        };
        var outcome = await recursor.CompleteAsync(chain, type, context, cancellationToken);
        return new(chain, outcome);
    }

    // RFC 8482 §4.1: one RRset that is there is answer enough; ANY itself is never sent out.
    private async Task<Answer> SearchAnyAsync(
        PendingQuery work, TraceStep? trace, CancellationToken cancellationToken)
    {
        var answer = default(Answer);
        for (var i = 0; i < AnyQuestion.Candidates.Length; i++)
        {
            var type = AnyQuestion.Candidates[i];
            answer = await SearchAsync(work.Chain.Detach(), work, type, trace, cancellationToken);
            if (answer.Outcome.Kind != OutcomeKind.NoData)
                return answer;
        }
        return answer;
    }

    private Answer? FindStale(PendingQuery work)
    {
        if (!settings.ServesStale)
            return null;
        _arena.Reset();
        var chain = Unlinked(work);
        var end = cache.Walk(chain, work.Type, Acceptance.Stale, clock.Now, _arena, out var hit);
        if (end != WalkResult.Answered)
            return null;
        var outcome = hit.IsData ? Outcome.Of(hit.Data.Detach()) : Outcome.Of(hit.Denial.Detach());
        // RFC 8767 §4, RFC 8914 §4.4, §4.20: the client is told that it is stale.
        var code = outcome.Kind == OutcomeKind.NxDomain
            ? ExtendedErrorCode.StaleNxDomainAnswer
            : ExtendedErrorCode.StaleAnswer;
        return new(chain.Detach(), outcome.With(new ExtendedError(code)));
    }

    private static Answer TimedOut(PendingQuery work) => new(
        Unlinked(work), Outcome.Failed(FailureReason.NoReachableAuthority, "no answer in time; the search goes on"));

    private static AliasChain Unlinked(PendingQuery work)
    {
        var chain = new AliasChain();
        chain.Restart(work.Chain.Question);
        return chain;
    }

    private int Encode(PendingQuery work, in Answer answer, Span<byte> response)
    {
        var isQuery = QueryParser.TryParse(work.Packet, out var query, out _);
        Invariant.Require(isQuery);
        var length = AnswerEncoder.Encode(query, work.Client, answer, settings.Responses, work.Extras, response);
        if (settings.ChecksOwnAnswers)
            AnswerCheck.Demand(response[..length], query);
        return length;
    }
}

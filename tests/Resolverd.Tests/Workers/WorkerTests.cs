using System.Collections.Concurrent;
using Resolverd.Tests.Rig;
using Resolverd.Workers;

namespace Resolverd.Tests.Workers;

public sealed class WorkerTests : IDisposable
{
    private readonly ListLogger _log = new();
    private readonly FaultLog _faults;
    private readonly Worker _worker;

    public WorkerTests()
    {
        _faults = new FaultLog(_log, TimeProvider.System);
        _worker = new Worker("test", new RealClock(), _faults);
        _worker.Start();
    }

    public void Dispose() => _worker.Stop();

    [Fact]
    public async Task What_is_awaited_comes_back_to_the_worker()
    {
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var threads = RunAsync(async () =>
        {
            var before = Environment.CurrentManagedThreadId;
            await other.Task;
            return (before, after: Environment.CurrentManagedThreadId, _worker.IsCurrent);
        });
        other.SetResult();

        var (first, second, isCurrent) = await threads.Soon();
        Assert.Equal(first, second);
        Assert.True(isCurrent);
        Assert.False(_worker.IsCurrent);
    }

    [Fact]
    public async Task Work_runs_in_the_order_it_was_posted()
    {
        var order = new ConcurrentQueue<int>();
        for (var i = 0; i < 10_000; i++)
            _worker.Post(number => order.Enqueue((int)number!), i);

        await RunAsync(() => Task.FromResult(0)).Soon();

        Assert.Equal(Enumerable.Range(0, 10_000), order);
    }

    [Fact]
    public async Task Many_threads_may_post()
    {
        var count = 0;
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 5_000; i++)
                _worker.Post(_ => count++, null);
        });

        await RunAsync(() => Task.FromResult(0)).Soon();

        Assert.Equal(40_000, count);
    }

    [Fact]
    public async Task An_exception_ends_its_piece_of_work_and_the_worker_goes_on()
    {
        _worker.Post(_ => throw new InvalidOperationException("broken"), null);

        Assert.Equal(7, await RunAsync(() => Task.FromResult(7)).Soon());

        Assert.Equal(1, _faults.Count);
        Assert.Contains("test: a piece of work failed", _log.Lines.Single());
    }

    [Fact]
    public async Task Timers_fire_on_the_worker_earliest_first()
    {
        var fired = new List<int>();
        var onWorker = await RunAsync(async () =>
        {
            var late = Delay(40, fired);
            var early = Delay(10, fired);
            await Task.WhenAll(late, early);
            return _worker.IsCurrent;
        }).Soon();

        Assert.True(onWorker);
        Assert.Equal([10, 40], fired);
    }

    [Fact]
    public async Task A_timer_taken_back_does_not_fire()
    {
        var fired = 0;
        var timer = _worker.Clock.CreateTimer(
            _ => fired++, null, TimeSpan.FromMilliseconds(5), Timeout.InfiniteTimeSpan);
        await timer.DisposeAsync();

        await RunAsync(() => Delay(20, [])).Soon();

        Assert.Equal(0, fired);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_periodic_timer_goes_on_until_it_is_disposed()
    {
        var third = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var fired = 0;
        await using var timer = _worker.Clock.CreateTimer(
            _ => _ = ++fired == 3 && third.TrySetResult(fired), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, await third.Task.Soon());
    }

    [Fact]
    public async Task A_deadline_cancels_what_waits_on_the_worker()
    {
        var cancelled = await RunAsync(async () =>
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(5), _worker.Clock);
            var never = new TaskCompletionSource();
            await Task.WhenAny(never.Task.WaitAsync(deadline.Token));
            return deadline.IsCancellationRequested && _worker.IsCurrent;
        }).Soon();

        Assert.True(cancelled);
    }

    [Fact]
    public async Task Stopping_runs_what_was_posted_before_and_ends_the_thread()
    {
        var ran = false;
        _worker.Post(_ => ran = true, null);
        _worker.Stop();

        await _worker.Ended.Soon();

        Assert.True(ran);
    }

    [Fact]
    public void Nobody_else_waits_for_a_worker() =>
        Assert.Throws<NotSupportedException>(() => _worker.Send(_ => { }, null));

    private async Task<int> Delay(int milliseconds, List<int> fired)
    {
        var done = new TaskCompletionSource();
        await using var timer = _worker.Clock.CreateTimer(
            _ => done.SetResult(), null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
        await done.Task;
        fired.Add(milliseconds);
        return milliseconds;
    }

    private Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _worker.Post(async _ => result.SetResult(await work()), null);
        return result.Task;
    }
}

using Resolverd.Hosting.Logging;
using Resolverd.Hosting.Systemd;

namespace Resolverd.Tests.Hosting;

public sealed class WatchdogTests
{
    private readonly LogRecorder _log = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task The_watchdog_is_fed_after_each_answered_query()
    {
        using var socket = NotifySocket.InFolder();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var running = Run(socket, _ => ValueTask.FromResult(++asked > 0), stop.Token);

        Assert.Equal(["WATCHDOG=1"], socket.Receive());
        PassUntil(() => asked == 2);

        Assert.Equal(["WATCHDOG=1"], socket.Receive());
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task The_watchdog_starves_while_our_own_query_is_not_answered()
    {
        using var socket = NotifySocket.InFolder();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var running = Run(socket, _ => ValueTask.FromResult(++asked > 2), stop.Token);

        PassUntil(() => asked == 3);

        Assert.Equal([1031, 1031], _log.Events);
        Assert.Equal(["WATCHDOG=1"], socket.Receive());
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_query_that_hangs_counts_as_not_answered()
    {
        using var socket = NotifySocket.InFolder();
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var running = Run(
            socket,
            async token =>
            {
                asked++;
                return await new TaskCompletionSource<bool>().Task.WaitAsync(token);
            },
            stop.Token);

        PassUntil(() => asked == 2);

        Assert.Contains(1031, _log.Events);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Where_nobody_watches_no_query_is_asked()
    {
        using var manager = ServiceManager.FromEnvironment(_ => null, _log);

        await new Watchdog(manager, _time, new CauseLimiter(100, _time), _log).RunAsync(
            _ => throw new InvalidOperationException("asked"), TestContext.Current.CancellationToken);

        Assert.Empty(_log.Events);
    }

    private Task Run(NotifySocket socket, Func<CancellationToken, ValueTask<bool>> selfQuery, CancellationToken stop)
    {
        var manager = ServiceManager.FromEnvironment(
            name => name switch
            {
                "NOTIFY_SOCKET" => socket.Address,
                "WATCHDOG_USEC" => "30000000",
                _ => null,
            },
            _log);
        return new Watchdog(manager, _time, new CauseLimiter(100, _time), _log).RunAsync(selfQuery, stop);
    }

    // Continuations run on other threads; virtual time costs nothing, so it passes until they have been there.
    private void PassUntil(Func<bool> condition)
    {
        while (!condition())
        {
            _time.Pass(TimeSpan.FromSeconds(1));
            Thread.Yield();
        }
    }
}

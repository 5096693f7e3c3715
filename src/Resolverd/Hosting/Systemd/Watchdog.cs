using Microsoft.Extensions.Logging;
using Resolverd.Hosting.Logging;

namespace Resolverd.Hosting.Systemd;

/// <summary>
/// Feeds the service manager's watchdog, but only after a query to ourselves was answered: a daemon that is alive and
/// answers nobody is to be restarted.
/// </summary>
internal sealed class Watchdog(ServiceManager manager, TimeProvider time, CauseLimiter causes, ILogger logger)
{
    /// <summary>Self-queries per interval. Three, so that one lost answer does not end a healthy daemon.</summary>
    public const int ChecksPerInterval = 3;

    /// <summary>Asks and feeds until cancelled; at once returns where the manager does not watch.</summary>
    public async Task RunAsync(
        Func<CancellationToken, ValueTask<bool>> selfQueryAsync, CancellationToken cancellationToken)
    {
        if (manager.WatchdogInterval is not { } interval)
            return;
        var period = interval / ChecksPerInterval;
        using var ticks = new PeriodicTimer(period, time);
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await IsAnsweredAsync(selfQueryAsync, period, cancellationToken))
                manager.Alive();
            else if (!cancellationToken.IsCancellationRequested && causes.Admit(nameof(Watchdog), out _))
                HostLog.SelfQueryFailed(logger, period.TotalSeconds);
            await NextAsync(ticks, cancellationToken);
        }
    }

    private async Task<bool> IsAnsweredAsync(
        Func<CancellationToken, ValueTask<bool>> selfQueryAsync, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await selfQueryAsync(either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private static async Task NextAsync(PeriodicTimer ticks, CancellationToken cancellationToken)
    {
        try
        {
            await ticks.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The caller's loop sees the token.
        }
    }
}

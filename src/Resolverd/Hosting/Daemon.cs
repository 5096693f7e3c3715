using Microsoft.Extensions.Logging;
using Resolverd.Configuration.Model;

namespace Resolverd.Hosting;

/// <summary>
/// The running whole: parts that start in order, change together or not at all, and stop in reverse order.
/// </summary>
internal sealed class Daemon(DaemonPlan plan, ILogger logger)
{
    private readonly Stack<DaemonPart> _started = new();

    /// <summary>See <see cref="DaemonPlan.SelfQueryAsync"/>.</summary>
    public Func<CancellationToken, ValueTask<bool>> SelfQueryAsync => plan.SelfQueryAsync;

    /// <summary>Starts every part. If one cannot, those before it are stopped and its exception goes on.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var part in plan.Parts)
            {
                await part.StartAsync(cancellationToken);
                _started.Push(part);
            }
        }
        finally
        {
            if (_started.Count < plan.Parts.Length)
                await StopAsync(cancellationToken);
        }
    }

    /// <summary>Moves every part to new settings. If one cannot, none does and its exception goes on.</summary>
    public async Task ReloadAsync(Settings settings, CancellationToken cancellationToken)
    {
        var changes = new List<PartChange>();
        try
        {
            foreach (var part in plan.Parts)
                changes.Add(await part.PrepareAsync(settings, cancellationToken));
        }
        finally
        {
            if (changes.Count < plan.Parts.Length)
                changes.ForEach(change => change.Discard());
        }

        changes.ForEach(change => change.Commit());
    }

    /// <summary>Stops what has started, last first. False if a part did not end in time or failed.</summary>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        var isClean = true;
        while (_started.TryPop(out var part))
            isClean &= await StopAsync(part, cancellationToken);
        return isClean;
    }

    private async Task<bool> StopAsync(DaemonPart part, CancellationToken cancellationToken)
    {
        try
        {
            await part.StopAsync(cancellationToken).AsTask().WaitAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or DaemonException)
        {
            HostLog.StoppedBadly(logger, part.Name, e is OperationCanceledException ? "time is up" : e.Message);
            return false;
        }
    }
}

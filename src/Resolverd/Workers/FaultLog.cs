using Microsoft.Extensions.Logging;

namespace Resolverd.Workers;

/// <summary>
/// Where exceptions end that nobody expected: every one is counted, and so many are logged that the log shows what is
/// wrong and does not fill the disk. Threads may share it.
/// </summary>
internal sealed class FaultLog(ILogger logger, TimeProvider time)
{
    /// <summary>Faults logged within one window: the first ones tell what is wrong.</summary>
    public const int MaxPerWindow = 10;

    /// <summary>Seconds of a window.</summary>
    public const int WindowSeconds = 10;

    private readonly Lock _gate = new();
    private long _windowStart = time.GetTimestamp();
    private long _inWindow;
    private long _count;

    /// <summary>All faults since the start.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Counts a fault, and logs it unless many were logged just now.</summary>
    public void Record(Exception exception, string worker)
    {
        Interlocked.Increment(ref _count);
        if (MayLog(out var unlogged))
            WorkerLog.Fault(logger, exception, worker);
        if (unlogged > 0)
            WorkerLog.MoreFaults(logger, unlogged, WindowSeconds);
    }

    private bool MayLog(out long unlogged)
    {
        lock (_gate)
        {
            unlogged = 0;
            if (time.GetElapsedTime(_windowStart).TotalSeconds >= WindowSeconds)
            {
                unlogged = Math.Max(0, _inWindow - MaxPerWindow);
                _windowStart = time.GetTimestamp();
                _inWindow = 0;
            }
            return ++_inWindow <= MaxPerWindow;
        }
    }
}

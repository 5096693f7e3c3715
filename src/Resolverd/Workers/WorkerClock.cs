using Resolver.Ports;

namespace Resolverd.Workers;

/// <summary>The common clock as one worker has it: the same time, and timers that fire on that worker.</summary>
internal sealed class WorkerClock(Clock clock, WorkerTimers timers) : Clock
{
    /// <inheritdoc/>
    public override Moment Now => clock.Now;

    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WorkerTimer(timers, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

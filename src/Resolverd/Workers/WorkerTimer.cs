namespace Resolverd.Workers;

/// <summary>A timer that fires on its worker. It may be changed and disposed from any thread.</summary>
internal sealed class WorkerTimer(WorkerTimers timers, TimerCallback callback, object? state) : ITimer
{
    /// <summary>Calls the timer that is given as the state.</summary>
    public static readonly SendOrPostCallback Fire = static timer => ((WorkerTimer)timer!).Call();

    private TimerCallback? _callback = callback;
    private object? _state = state;

    /// <summary>Counts changes: an entry in the heap with an older number is dead.</summary>
    public int Version { get; set; }

    /// <summary>Milliseconds from one firing to the next; negative for a timer that fires once.</summary>
    public long PeriodMs { get; private set; } = -1;

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_callback is null)
            return false;
        PeriodMs = period > TimeSpan.Zero ? (long)period.TotalMilliseconds : -1;
        timers.Set(this, dueTime == Timeout.InfiniteTimeSpan ? -1 : (long)Math.Ceiling(dueTime.TotalMilliseconds));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The heap may hold its entry for a while yet: it must not hold what the callback holds.
        _callback = null;
        _state = null;
        timers.Set(this, -1);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call()
    {
        var state = _state;
        _callback?.Invoke(state);
    }
}

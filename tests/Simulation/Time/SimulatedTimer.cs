namespace Simulation.Time;

/// <summary>A timer on the timeline. Changing it makes what was scheduled before void.</summary>
internal sealed class SimulatedTimer : ITimer
{
    private readonly Timeline _time;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private long _version;
    private bool _isDisposed;

    public SimulatedTimer(Timeline time, TimerCallback callback, object? state)
    {
        _time = time;
        _callback = callback;
        _state = state;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed)
            return false;
        _version++;
        Schedule(dueTime, period, _version);
        return true;
    }

    public void Dispose()
    {
        _version++;
        _isDisposed = true;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Schedule(TimeSpan dueTime, TimeSpan period, long version)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return;
        _time.At(_time.Now + dueTime.Ticks, () =>
        {
            if (version != _version)
                return;
            if (period > TimeSpan.Zero)
                Schedule(period, period, version);
            _callback(_state);
        });
    }
}

namespace Simulation.Time;

/// <summary>
/// The one thread of a simulated world: events ordered by time, then by the order they were made. What the tested
/// code awaits comes back here, because this is its <see cref="SynchronizationContext"/>. Nothing ever waits in
/// real time.
/// </summary>
public sealed class Timeline : SynchronizationContext
{
    /// <summary>Events at one instant after which the world is taken to spin without end.</summary>
    public const int MaxEventsAtOneInstant = 2_000_000;

    private readonly PriorityQueue<Action, (long At, long Sequence)> _events = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _sequence;
    private int _eventsAtThisInstant;

    /// <summary>Virtual time in ticks of 100 ns since the world began.</summary>
    public long Now { get; private set; }

    /// <summary>Virtual time in milliseconds since the world began.</summary>
    public double NowMs => (double)Now / TimeSpan.TicksPerMillisecond;

    /// <summary>Events carried out so far.</summary>
    public long EventCount { get; private set; }

    /// <summary>Carries an action out so many milliseconds from now.</summary>
    public void After(double milliseconds, Action action) =>
        At(Now + (long)(milliseconds * TimeSpan.TicksPerMillisecond), action);

    /// <summary>Carries an action out at a time that is not past.</summary>
    public void At(long time, Action action)
    {
        RequireOwnThread();
        _events.Enqueue(action, (Math.Max(time, Now), _sequence++));
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) => At(Now, () => d(state));

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        RequireOwnThread();
        d(state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Carries out what is due until then, and lets the time become that.</summary>
    public void RunUntil(long time)
    {
        Run(() => false, time);
        Now = Math.Max(Now, time);
    }

    /// <summary>
    /// Carries out events until the condition holds. False if the limit came first, or if no event was left: then
    /// whoever waits would wait for ever.
    /// </summary>
    public bool Run(Func<bool> isDone, long limit)
    {
        RequireOwnThread();
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            while (!isDone())
            {
                if (!_events.TryPeek(out var action, out var key) || key.At > limit)
                    return false;
                _events.Dequeue();
                Advance(key.At);
                action();
            }
            return true;
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs code as if it were an event of this moment.</summary>
    public T Enter<T>(Func<T> code)
    {
        RequireOwnThread();
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return code();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    private void Advance(long time)
    {
        EventCount++;
        _eventsAtThisInstant = time == Now ? _eventsAtThisInstant + 1 : 0;
        Now = time;
        if (_eventsAtThisInstant > MaxEventsAtOneInstant)
            throw new SimulationException("the world spins: time does not pass any more");
    }

    private void RequireOwnThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw new SimulationException(
                "code of the simulated world ran on another thread: " + Environment.StackTrace);
    }
}

namespace Resolverd.Workers;

/// <summary>
/// The timers of one worker, earliest first. A query sets several and nearly all are taken back before they fire, so
/// taking back only marks an entry as dead; dead ones leave when they come up or when they are the greater part.
/// </summary>
internal sealed class WorkerTimers(TimeProvider time, Action wake)
{
    /// <summary>Dead entries kept before they are weighed against the living: fewer are not worth a sweep.</summary>
    public const int MinDeadToSweep = 1024;

    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private PriorityQueue<(WorkerTimer Timer, int Version), long> _heap = new();
    private int _dead;

    /// <summary>Milliseconds until the first timer is due: 0 if one is, -1 if there is none.</summary>
    public int MillisecondsUntilDue
    {
        get
        {
            lock (_gate)
            {
                DropDead();
                return _heap.TryPeek(out _, out var due) ? (int)Math.Clamp(due - NowMs, 0, int.MaxValue) : -1;
            }
        }
    }

    /// <summary>Entries held, dead ones included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _heap.Count;
        }
    }

    private long NowMs => (long)time.GetElapsedTime(_start).TotalMilliseconds;

    /// <summary>Lets a timer fire so many milliseconds from now; never if negative.</summary>
    public void Set(WorkerTimer timer, long dueInMs)
    {
        var isFirst = false;
        lock (_gate)
        {
            timer.Version++;
            // Whether an older entry is in the heap is not known; counting one too many only sweeps a little early.
            _dead++;
            if (dueInMs >= 0)
                isFirst = Add(timer, NowMs + dueInMs);
            if (_dead > MinDeadToSweep && _dead > _heap.Count / 2)
                Sweep();
        }
        if (isFirst)
            wake();
    }

    /// <summary>Takes a timer whose time has come; null if there is none. A periodic one is set again.</summary>
    public WorkerTimer? TryTakeDue()
    {
        lock (_gate)
        {
            DropDead();
            if (!_heap.TryPeek(out var first, out var due) || due > NowMs)
                return null;
            _heap.Dequeue();
            if (first.Timer.PeriodMs >= 0)
                Add(first.Timer, NowMs + first.Timer.PeriodMs);
            return first.Timer;
        }
    }

    private bool Add(WorkerTimer timer, long due)
    {
        _heap.Enqueue((timer, timer.Version), due);
        return _heap.Peek() == (timer, timer.Version);
    }

    private void DropDead()
    {
        while (_heap.TryPeek(out var first, out _) && first.Version != first.Timer.Version)
        {
            _heap.Dequeue();
            _dead = Math.Max(0, _dead - 1);
        }
    }

    private void Sweep()
    {
        _heap = new(_heap.UnorderedItems.Where(entry => entry.Element.Version == entry.Element.Timer.Version));
        _dead = 0;
    }
}

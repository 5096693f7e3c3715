namespace Resolverd.Listeners.Tcp;

/// <summary>What became of connections. Threads share it.</summary>
internal sealed class ConnectionCounters
{
    private long _accepted;
    private long _refused;
    private long _evicted;
    private long _idle;
    private long _cutOff;

    /// <summary>Let in.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Not let in: the limit was reached and nobody was idle.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Ended while idle, to let another in.</summary>
    public long Evicted => Interlocked.Read(ref _evicted);

    /// <summary>Ended because their idle time was over.</summary>
    public long Idle => Interlocked.Read(ref _idle);

    /// <summary>Cut off because their client did not take its answers.</summary>
    public long CutOff => Interlocked.Read(ref _cutOff);

    /// <summary>One was let in.</summary>
    public void CountAccepted() => Interlocked.Increment(ref _accepted);

    /// <summary>One was not let in.</summary>
    public void CountRefused() => Interlocked.Increment(ref _refused);

    /// <summary>One had to go for another.</summary>
    public void CountEvicted() => Interlocked.Increment(ref _evicted);

    /// <summary>One was idle too long.</summary>
    public void CountIdle() => Interlocked.Increment(ref _idle);

    /// <summary>One was cut off.</summary>
    public void CountCutOff() => Interlocked.Increment(ref _cutOff);
}

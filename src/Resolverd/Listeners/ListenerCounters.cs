namespace Resolverd.Listeners;

/// <summary>What came in and what became of it: of one listener thread, or of all connections together.</summary>
internal sealed class ListenerCounters
{
    private long _received;
    private long _answered;
    private long _dropped;
    private long _stale;
    private long _overload;

    /// <summary>Messages that came in.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Responses sent.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Messages that got no answer: no queries, from ports nobody answers to, or refused in silence.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Queries that had waited too long in a socket.</summary>
    public long Stale => Interlocked.Read(ref _stale);

    /// <summary>Queries for which there was no room among those being worked on.</summary>
    public long Overload => Interlocked.Read(ref _overload);

    /// <summary>A message came in.</summary>
    public void CountReceived() => Interlocked.Increment(ref _received);

    /// <summary>A response went out.</summary>
    public void CountAnswered() => Interlocked.Increment(ref _answered);

    /// <summary>A message gets no answer.</summary>
    public void CountDropped() => Interlocked.Increment(ref _dropped);

    /// <summary>A query waited too long.</summary>
    public void CountStale() => Interlocked.Increment(ref _stale);

    /// <summary>There was no room for a query.</summary>
    public void CountOverload() => Interlocked.Increment(ref _overload);
}

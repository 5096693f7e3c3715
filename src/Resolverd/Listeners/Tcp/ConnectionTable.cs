using Resolver.Ports;

namespace Resolverd.Listeners.Tcp;

/// <summary>
/// All connections of clients, with their limits. A new one is let in at the expense of the one that has been idle
/// longest; one that works is never cut for it. Threads share the table.
/// </summary>
internal sealed class ConnectionTable(StreamOptions options, TimeProvider time)
{
    /// <summary>
    /// Connections looked at for one that is idle: they are ordered by their last activity, so the idle come first.
    /// </summary>
    public const int MaxLooks = 64;

    /// <summary>Milliseconds within which further activity of a connection changes nothing in its place.</summary>
    public const int ActivityGrainMs = 50;

    private const int IPv6ClientPrefixLength = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<StreamConnection> _all = [];
    private readonly Dictionary<HostAddress, LinkedList<StreamConnection>> _clients = [];
    private readonly TimeSpan _grain = TimeSpan.FromMilliseconds(ActivityGrainMs);
    private TaskCompletionSource? _drained;
    private int _running;

    /// <summary>The limits.</summary>
    public StreamOptions Options => options;

    /// <summary>What came in on all connections and what became of it.</summary>
    public ListenerCounters Counters { get; } = new();

    /// <summary>What became of connections.</summary>
    public ConnectionCounters Ends { get; } = new();

    /// <summary>Octets that all connections together have not sent yet.</summary>
    public UnsentTotal Unsent { get; } = new(StreamOptions.MaxUnsentInAll);

    /// <summary>Connections open.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _all.Count;
        }
    }

    /// <summary>How long a connection may be idle now: less and less from half of the limit on.</summary>
    // RFC 7766 §6.2.3: a server may cut the time by its load.
    public TimeSpan IdleTimeout
    {
        get
        {
            var share = (double)_all.Count / options.MaxConnections;
            var pressure = Math.Clamp(share * 2 - 1, 0, 1);
            return options.IdleTimeout - (options.IdleTimeout - options.BusyIdleTimeout) * pressure;
        }
    }

    /// <summary>The idle time as clients are told it; null if they are not.</summary>
    public ushort? KeepaliveTenths =>
        options.SendsKeepalive ? (ushort)Math.Min(IdleTimeout.TotalMilliseconds / 100, ushort.MaxValue) : null;

    /// <summary>Lets a connection in, perhaps in the place of an idle one; false if nobody can go.</summary>
    public bool TryAdmit(StreamConnection connection)
    {
        StreamConnection? evicted = null;
        var isAdmitted = false;
        lock (_gate)
        {
            var ofClient = ClientOf(connection);
            if (ofClient.Count >= options.MaxConnectionsPerClient)
                evicted = FirstQuiet(ofClient);
            else if (_all.Count >= options.MaxConnections)
                evicted = FirstQuiet(_all);
            else
                isAdmitted = true;
            if (evicted is not null)
                RemoveLocked(evicted);
            if (isAdmitted |= evicted is not null)
                AddLocked(connection);
        }
        // Outside the lock: what ends with a connection may come back here.
        if (evicted is not null)
            End(evicted, Ends.CountEvicted);
        if (!isAdmitted)
            Ends.CountRefused();
        return isAdmitted;
    }

    /// <summary>The connection has ended.</summary>
    public void Remove(StreamConnection connection)
    {
        lock (_gate)
        {
            RemoveLocked(connection);
            if (--_running == 0)
                _drained?.TrySetResult();
        }
    }

    /// <summary>
    /// Lets every connection answer what it has been asked and end; once the token fires, those that are left are cut
    /// off. To be called when nobody admits any more.
    /// </summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_running == 0)
                return;
        }
        Snapshot().ForEach(connection => connection.StopReading());
        await using var cut = cancellationToken.Register(() => Snapshot().ForEach(connection => connection.Abort()));
        await _drained.Task;
    }

    /// <summary>A query came or an answer left.</summary>
    public void Touch(StreamConnection connection)
    {
        var place = connection.Place;
        if (time.GetElapsedTime(place.LastActivity) < _grain)
            return;
        lock (_gate)
        {
            place.LastActivity = time.GetTimestamp();
            MoveToEnd(place.InAll);
            MoveToEnd(place.OfClient);
        }
    }

    /// <summary>Cuts a connection off whose client does not take its answers.</summary>
    public void CutOff(StreamConnection connection) => End(connection, Ends.CountCutOff);

    /// <summary>Ends connections that have been idle for too long and those whose client does not read.</summary>
    public void Sweep()
    {
        var idle = new List<StreamConnection>();
        var stalled = new List<StreamConnection>();
        lock (_gate)
        {
            var timeout = IdleTimeout;
            foreach (var connection in _all)
            {
                if (connection.StalledFor > options.WriteTimeout)
                    stalled.Add(connection);
                else if (time.GetElapsedTime(connection.Place.LastActivity) > timeout && connection.IsQuiet)
                    idle.Add(connection);
            }
        }
        foreach (var connection in idle)
            End(connection, Ends.CountIdle);
        foreach (var connection in stalled)
            CutOff(connection);
    }

    private static void End(StreamConnection connection, Action count)
    {
        count();
        connection.Abort();
    }

    private List<StreamConnection> Snapshot()
    {
        lock (_gate)
            return [.. _all];
    }

    private static StreamConnection? FirstQuiet(LinkedList<StreamConnection> connections)
    {
        var looks = 0;
        foreach (var connection in connections)
        {
            if (connection.IsQuiet)
                return connection;
            if (++looks == MaxLooks)
                break;
        }
        return null;
    }

    private LinkedList<StreamConnection> ClientOf(StreamConnection connection)
    {
        var key = KeyOf(connection);
        if (!_clients.TryGetValue(key, out var connections))
            _clients[key] = connections = [];
        return connections;
    }

    private void AddLocked(StreamConnection connection)
    {
        connection.Place.LastActivity = time.GetTimestamp();
        _all.AddLast(connection.Place.InAll);
        ClientOf(connection).AddLast(connection.Place.OfClient);
        _running++;
        Ends.CountAccepted();
    }

    private void RemoveLocked(StreamConnection connection)
    {
        var place = connection.Place;
        if (place.InAll.List is null)
            return;
        _all.Remove(place.InAll);
        var ofClient = place.OfClient.List!;
        ofClient.Remove(place.OfClient);
        if (ofClient.Count == 0)
            _clients.Remove(KeyOf(connection));
    }

    private static void MoveToEnd(LinkedListNode<StreamConnection> node)
    {
        if (node.List is not { } list)
            return;
        list.Remove(node);
        list.AddLast(node);
    }

    private static HostAddress KeyOf(StreamConnection connection)
    {
        var address = connection.Client.Address;
        return address.IsIPv6 ? address.Truncate(IPv6ClientPrefixLength) : address;
    }
}

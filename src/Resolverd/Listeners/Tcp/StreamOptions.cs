namespace Resolverd.Listeners.Tcp;

/// <summary>How connections of clients are kept, over TCP and over TLS. Immutable.</summary>
internal sealed record StreamOptions
{
    /// <summary>Octets of the longest query: no client sends one near it, and each connection may hold one.</summary>
    public const int MaxQueryLength = 16 * 1024;

    /// <summary>
    /// Octets written and not yet taken by the system before no further query of the connection is read.
    /// </summary>
    public const int MaxUnsentBeforeReading = 256 * 1024;

    /// <summary>
    /// Octets written and not yet taken by the system before the connection is cut: the system itself holds a good
    /// deal, so its client has not read for long.
    /// </summary>
    public const int MaxUnsent = 1024 * 1024;

    /// <summary>
    /// Octets that the system holds for a connection and that its client has not taken: two long answers and more,
    /// where the system's own limit of some megabytes would let idle clients fill the machine.
    /// </summary>
    public const int SendBufferLength = 256 * 1024;

    /// <summary>Octets written and not yet taken by the system, of all connections together.</summary>
    public const long MaxUnsentInAll = 64 * 1024 * 1024;

    /// <summary>Connections in all.</summary>
    public int MaxConnections { get; init; } = 4096;

    /// <summary>Connections of one client: one IPv4 address or one IPv6 network of 64 bits.</summary>
    public int MaxConnectionsPerClient { get; init; } = 64;

    /// <summary>Queries of one connection that are worked on at a time.</summary>
    public int MaxPipelined { get; init; } = 64;

    /// <summary>How long a connection may be idle while there are few.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a connection may be idle when there are as many as may be.</summary>
    public TimeSpan BusyIdleTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a client may take to accept what is sent.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether clients that ask are told how long they may be idle (RFC 7828).</summary>
    public bool SendsKeepalive { get; init; } = true;

    /// <summary>Connections the system may hold that nobody has accepted yet.</summary>
    public int Backlog { get; init; } = 512;
}

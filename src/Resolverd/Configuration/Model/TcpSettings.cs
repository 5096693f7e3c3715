using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Limits of TCP connections from clients.</summary>
internal sealed record TcpSettings
{
    /// <summary>Connections in all.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>Connections of one client address.</summary>
    public required int MaxConnectionsPerClient { get; init; }

    /// <summary>Queries of one connection being worked on.</summary>
    public required int MaxPipelined { get; init; }

    /// <summary>Idle time after which a connection is closed when there are few.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>Idle time after which a connection is closed when there are many.</summary>
    public required TimeSpan BusyIdleTimeout { get; init; }

    /// <summary>How long a client may take to accept an answer.</summary>
    public required TimeSpan WriteTimeout { get; init; }

    /// <summary>Whether the idle time is told to clients that ask.</summary>
    public required bool Keepalive { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static TcpSettings Read(SectionReader r) => new()
    {
        MaxConnections = r.Value("max-connections", Kinds.Integer(1, 1_000_000, "connections"), 4096,
            "Connections in all. Above, the connection that has been idle longest is closed for the new one."),
        MaxConnectionsPerClient = r.Value("max-connections-per-client",
            Kinds.Integer(1, 1_000_000, "connections"), 64,
            "Connections of one client address. Above, that client's longest idle one is closed."),
        MaxPipelined = r.Value("max-pipelined", Kinds.Integer(1, 10_000, "queries"), 64,
            "Queries of one connection that are worked on at a time; further ones wait unread (RFC 7766)."),
        IdleTimeout = r.Value("idle-timeout", Kinds.Duration("1s", "1h"), Kinds.Time("20s"),
            "A connection idle for this long is closed while fewer than half of the connections are in use."),
        BusyIdleTimeout = r.Value("busy-idle-timeout", Kinds.Duration("200ms", "1h"), Kinds.Time("2s"),
            "The idle time when all connections are in use; in between it shrinks steadily."),
        WriteTimeout = r.Value("write-timeout", Kinds.Duration("100ms", "5m"), Kinds.Time("5s"),
            "A client that does not take an answer within this time is cut off."),
        Keepalive = r.Value("keepalive", Kinds.Boolean, true,
            "Tell clients that ask for it how long a connection may stay idle (RFC 7828)."),
    };
}

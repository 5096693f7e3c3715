using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Connections to servers.</summary>
internal sealed record UpstreamTcpSettings
{
    /// <summary>Connections in all.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>Connections to one server address.</summary>
    public required int MaxConnectionsPerServer { get; init; }

    /// <summary>How long an idle connection is kept.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static UpstreamTcpSettings Read(SectionReader r) => new()
    {
        MaxConnections = r.Planned("max-connections", Kinds.Integer(1, 100_000, "connections"), 1000,
            "Connections to servers in all."),
        MaxConnectionsPerServer = r.Planned("max-connections-per-server", Kinds.Integer(1, 100, "connections"), 2,
            "Connections to one server address; queries share them (RFC 7766)."),
        IdleTimeout = r.Planned("idle-timeout", Kinds.Duration("0s", "5m"), Kinds.Time("10s"),
            "How long an idle connection is kept for the next query."),
    };
}

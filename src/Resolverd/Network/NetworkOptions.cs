using System.Collections.Immutable;
using Resolver.Ports;

namespace Resolverd.Network;

/// <summary>How servers are reached. Immutable.</summary>
internal sealed record NetworkOptions
{
    /// <summary>Whether servers are asked over IPv4.</summary>
    public bool UsesIPv4 { get; init; } = true;

    /// <summary>Whether servers are asked over IPv6.</summary>
    public bool UsesIPv6 { get; init; } = true;

    /// <summary>Source addresses, one of the family picked at random each time; none: the system's choice.</summary>
    public ImmutableArray<HostAddress> Sources { get; init; } = [];

    /// <summary>
    /// Datagram flows open at a time. Each has a port and a descriptor of its own: more than this would eat up the
    /// ports that make answers hard to guess.
    /// </summary>
    public int MaxFlows { get; init; } = 16_384;

    /// <summary>Connections to servers open at a time.</summary>
    public int MaxStreams { get; init; } = 1000;
}

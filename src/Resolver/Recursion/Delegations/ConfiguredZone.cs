using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Delegations;

/// <summary>
/// A part of the tree whose servers the operator names. It is a trust domain of its own: what its servers say counts
/// below its apex and nowhere else, and nobody else's word counts there (MaginotDNS).
/// </summary>
public sealed record ConfiguredZone
{
    /// <summary>The apex.</summary>
    public required DomainName Zone { get; init; }

    /// <summary>Where to ask, by address.</summary>
    public required IReadOnlyList<ServerAddress> Servers { get; init; }

    /// <summary>Authoritative servers, or recursive ones.</summary>
    public required ConfiguredZoneKind Kind { get; init; }

    /// <summary>What to do when none of them has an answer.</summary>
    public ZoneFallback Fallback { get; init; } = ZoneFallback.Fail;
}

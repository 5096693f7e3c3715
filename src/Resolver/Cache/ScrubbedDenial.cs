using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>A denial that may be cached. Made by those who make a <see cref="ScrubbedRRset"/>.</summary>
public readonly struct ScrubbedDenial
{
    /// <summary>What is denied.</summary>
    public required DenialKind Kind { get; init; }

    /// <summary>The SOA of the zone that denies, signatures included; none if the zone sent none.</summary>
    public required RRset Soa { get; init; }

    /// <summary>How long it may be kept, after the caps (RFC 2308 §5).</summary>
    public required Ttl Lifetime { get; init; }

    /// <summary>What validation found.</summary>
    public required SecurityStatus Security { get; init; }

    /// <summary>How far it is to be believed.</summary>
    public required Credibility Credibility { get; init; }

    /// <summary>The server it came from.</summary>
    public required ServerAddress Origin { get; init; }

    /// <summary>The NSEC or NSEC3 sets that prove it, signatures included; empty for an unsigned zone.</summary>
    public RRsetSequence Proofs { get; init; }

    /// <summary>When the first of the signatures it rests on ends; a secure denial is not used after that.</summary>
    public UnixTime? SignaturesEnd { get; init; }

    /// <summary>The denial as the cache would hand it out at this moment.</summary>
    public CachedDenial AsFound() => new()
    {
        Kind = Kind,
        Soa = Soa,
        Proofs = Proofs,
        Remaining = Lifetime,
        Security = Security,
        Credibility = Credibility,
    };
}

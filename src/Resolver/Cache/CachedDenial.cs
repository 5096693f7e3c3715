using Dns;
using Dnssec;

namespace Resolver.Cache;

/// <summary>A negative answer as the cache or the recursion hands it out (RFC 2308 §5).</summary>
public readonly struct CachedDenial
{
    /// <summary>What is denied.</summary>
    public required DenialKind Kind { get; init; }

    /// <summary>The SOA of the zone that denies, signatures included; none if the zone sent none.</summary>
    public required RRset Soa { get; init; }

    /// <summary>The NSEC or NSEC3 sets that prove it, signatures included; empty for an unsigned zone.</summary>
    public RRsetSequence Proofs { get; init; }

    /// <summary>What is left of the negative TTL; for a stale denial the TTL of stale answers.</summary>
    public required Ttl Remaining { get; init; }

    /// <summary>What validation found.</summary>
    public required SecurityStatus Security { get; init; }

    /// <summary>How far it is to be believed.</summary>
    public required Credibility Credibility { get; init; }

    /// <summary>Fresh, or stale and served all the same.</summary>
    public Freshness Freshness { get; init; }

    /// <summary>How long ago its lifetime ended; zero for what is fresh.</summary>
    public Ttl StaleFor { get; init; }

    /// <summary>True if it has been asked for more than once since it was stored.</summary>
    public bool IsPopular { get; init; }

    /// <summary>True if it is so near its end, and asked for so often, that it should be fetched anew.</summary>
    public bool IsPrefetchDue { get; init; }

    /// <summary>True if it was made from NSEC or NSEC3 sets of other answers (RFC 8198).</summary>
    public bool IsSynthesised { get; init; }

    /// <summary>A copy that shares no memory with the arena this one was read into.</summary>
    public CachedDenial Detach() =>
        this with { Soa = Soa.IsNone ? Soa : Soa.Copy(), Proofs = Proofs.Copy() };
}

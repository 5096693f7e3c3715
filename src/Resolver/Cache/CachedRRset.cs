using Dns;
using Dnssec;

namespace Resolver.Cache;

/// <summary>An RRset as the cache or the recursion hands it out: with what is known about it at this moment.</summary>
public readonly struct CachedRRset
{
    /// <summary>The set, under the TTL it came with.</summary>
    public required RRset Set { get; init; }

    /// <summary>What is left of the TTL; for a stale set the TTL of stale answers (RFC 8767 §4).</summary>
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

    /// <summary>For a set synthesised from a wildcard: the NSEC or NSEC3 sets that deny the name itself.</summary>
    public RRsetSequence Proofs { get; init; }

    /// <summary>True if the set is so near its end, and asked for so often, that it should be fetched anew.</summary>
    public bool IsPrefetchDue { get; init; }

    /// <summary>A copy that shares no memory with the arena this one was read into.</summary>
    public CachedRRset Detach() => this with { Set = Set.Copy(), Proofs = Proofs.Copy() };
}

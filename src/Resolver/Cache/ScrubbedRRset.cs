using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// An RRset that may be cached: in bailiwick, ranked and looked at by validation. Only the scrubber, the validator
/// and the local root make one; nothing else gets into the cache.
/// </summary>
public readonly struct ScrubbedRRset
{
    private readonly Ttl? _lifetime;

    /// <summary>The set with the signatures that cover it, under the TTL it came with.</summary>
    public required RRset Set { get; init; }

    /// <summary>How far it is to be believed.</summary>
    public required Credibility Credibility { get; init; }

    /// <summary>What validation found.</summary>
    public required SecurityStatus Security { get; init; }

    /// <summary>The server it came from.</summary>
    public required ServerAddress Origin { get; init; }

    /// <summary>For a set synthesised from a wildcard: the NSEC or NSEC3 sets that deny the name itself.</summary>
    public RRsetSequence Proofs { get; init; }

    /// <summary>How long it may be kept, after the caps; the set's own TTL if nobody said otherwise.</summary>
    public Ttl Lifetime
    {
        get => _lifetime ?? Set.Ttl;
        init => _lifetime = value;
    }

    /// <summary>When the first of the signatures it rests on ends; secure data is not used after that.</summary>
    public UnixTime? SignaturesEnd { get; init; }

    /// <summary>The set as the cache would hand it out at this moment.</summary>
    public CachedRRset AsFound() => new()
    {
        Set = Set,
        Remaining = Lifetime,
        Security = Security,
        Credibility = Credibility,
        Proofs = Proofs,
    };
}

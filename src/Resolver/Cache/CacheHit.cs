using Dns;
using Dnssec;

namespace Resolver.Cache;

/// <summary>What the cache found for a name and a type: an RRset or a denial.</summary>
public readonly struct CacheHit
{
    // A denial has the shape of a set: its SOA, or none.
    private readonly CachedRRset _found;
    private readonly DenialKind _kind;
    private readonly bool _isSynthesised;

    private CacheHit(in CachedRRset found, bool isData, DenialKind kind, bool isSynthesised)
    {
        _found = found;
        IsData = isData;
        _kind = kind;
        _isSynthesised = isSynthesised;
    }

    /// <summary>True for an RRset, false for a denial.</summary>
    public bool IsData { get; }

    /// <summary>The RRset.</summary>
    public CachedRRset Data
    {
        get
        {
            Invariant.Require(IsData);
            return _found;
        }
    }

    /// <summary>The denial.</summary>
    public CachedDenial Denial
    {
        get
        {
            Invariant.Require(!IsData);
            return new()
            {
                Kind = _kind,
                Soa = _found.Set,
                Proofs = _found.Proofs,
                Remaining = _found.Remaining,
                Security = _found.Security,
                Credibility = _found.Credibility,
                Freshness = _found.Freshness,
                StaleFor = _found.StaleFor,
                IsPopular = _found.IsPopular,
                IsPrefetchDue = _found.IsPrefetchDue,
                IsSynthesised = _isSynthesised,
            };
        }
    }

    /// <summary>Fresh or stale.</summary>
    public Freshness Freshness => _found.Freshness;

    /// <summary>What validation found.</summary>
    public SecurityStatus Security => _found.Security;

    /// <summary>What is left of the TTL.</summary>
    public Ttl Remaining => _found.Remaining;

    /// <summary>How long ago its lifetime ended; zero for what is fresh.</summary>
    public Ttl StaleFor => _found.StaleFor;

    /// <summary>True if it has been asked for more than once since it was stored.</summary>
    public bool IsPopular => _found.IsPopular;

    /// <summary>True if it should be fetched anew before it runs out.</summary>
    public bool IsPrefetchDue => _found.IsPrefetchDue;

    /// <summary>An RRset that was found.</summary>
    public static CacheHit Of(in CachedRRset data) => new(data, isData: true, default, isSynthesised: false);

    /// <summary>A denial that was found.</summary>
    public static CacheHit Of(in CachedDenial denial)
    {
        var found = new CachedRRset
        {
            Set = denial.Soa,
            Proofs = denial.Proofs,
            Remaining = denial.Remaining,
            Security = denial.Security,
            Credibility = denial.Credibility,
            Freshness = denial.Freshness,
            StaleFor = denial.StaleFor,
            IsPopular = denial.IsPopular,
            IsPrefetchDue = denial.IsPrefetchDue,
        };
        return new(found, isData: false, denial.Kind, denial.IsSynthesised);
    }

    /// <summary>A denial that was found; the set is its SOA.</summary>
    internal static CacheHit Of(in CachedRRset soa, DenialKind kind) =>
        new(soa, isData: false, kind, isSynthesised: false);
}

using Dns;
using Dnssec;

namespace Resolver.Cache;

/// <summary>What the cache found for a name and a type: an RRset or a denial.</summary>
public readonly struct CacheHit
{
    private readonly CachedRRset _data;
    private readonly CachedDenial _denial;

    private CacheHit(in CachedRRset data, in CachedDenial denial, bool isData)
    {
        _data = data;
        _denial = denial;
        IsData = isData;
    }

    /// <summary>True for an RRset, false for a denial.</summary>
    public bool IsData { get; }

    /// <summary>The RRset.</summary>
    public CachedRRset Data
    {
        get
        {
            Invariant.Require(IsData);
            return _data;
        }
    }

    /// <summary>The denial.</summary>
    public CachedDenial Denial
    {
        get
        {
            Invariant.Require(!IsData);
            return _denial;
        }
    }

    /// <summary>Fresh or stale.</summary>
    public Freshness Freshness => IsData ? _data.Freshness : _denial.Freshness;

    /// <summary>What validation found.</summary>
    public SecurityStatus Security => IsData ? _data.Security : _denial.Security;

    /// <summary>What is left of the TTL.</summary>
    public Ttl Remaining => IsData ? _data.Remaining : _denial.Remaining;

    /// <summary>How long ago its lifetime ended; zero for what is fresh.</summary>
    public Ttl StaleFor => IsData ? _data.StaleFor : _denial.StaleFor;

    /// <summary>True if it has been asked for more than once since it was stored.</summary>
    public bool IsPopular => IsData ? _data.IsPopular : _denial.IsPopular;

    /// <summary>True if it should be fetched anew before it runs out.</summary>
    public bool IsPrefetchDue => IsData ? _data.IsPrefetchDue : _denial.IsPrefetchDue;

    /// <summary>An RRset that was found.</summary>
    public static CacheHit Of(in CachedRRset data) => new(data, default, isData: true);

    /// <summary>A denial that was found.</summary>
    public static CacheHit Of(in CachedDenial denial) => new(default, denial, isData: false);
}

namespace Resolver.Cache;

/// <summary>What the clock says about cached data.</summary>
public enum Freshness : byte
{
    /// <summary>Within its lifetime.</summary>
    Fresh,

    /// <summary>Past its lifetime, yet within the time for which it may be served stale (RFC 8767 §4).</summary>
    Stale,

    /// <summary>Past any use.</summary>
    Expired,
}

namespace Resolver.Cache;

/// <summary>Figures of the record cache, summed over its parts at nearly one time.</summary>
public sealed record CacheStatistics
{
    /// <summary>Octets the cache may take.</summary>
    public long CapacityBytes { get; init; }

    /// <summary>Octets of memory taken so far, index included.</summary>
    public long CommittedBytes { get; init; }

    /// <summary>Octets of that which entries use; those replaced count until their place is needed.</summary>
    public long UsedBytes { get; init; }

    /// <summary>RRsets and denials, those past their lifetime included until their place is needed.</summary>
    public long Entries { get; init; }

    /// <summary>Entries stored since the start, replacements included.</summary>
    public long Stored { get; init; }

    /// <summary>Entries dropped to make room.</summary>
    public long Evicted { get; init; }

    /// <summary>Look-ups that had to wait for a writer; near zero.</summary>
    public long LockedReads { get; init; }
}

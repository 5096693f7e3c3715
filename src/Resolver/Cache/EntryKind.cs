namespace Resolver.Cache;

/// <summary>What an entry of the store is.</summary>
internal enum EntryKind : byte
{
    /// <summary>Replaced, flushed or removed; its octets wait for the ring to come round.</summary>
    Dead,

    /// <summary>An RRset.</summary>
    Data,

    /// <summary>The denial of a type at a name.</summary>
    NoData,

    /// <summary>The denial of a name.</summary>
    NxDomain,
}

using System.Numerics;

namespace Resolver.Cache;

/// <summary>How the memory of one shard is divided.</summary>
/// <param name="ChunkLength">Octets of one chunk of a ring; no entry is larger.</param>
/// <param name="SmallChunks">Chunks of the ring of newcomers.</param>
/// <param name="MainChunks">Chunks of the ring of entries that proved useful.</param>
/// <param name="Slots">Slots of the index when it is fully grown.</param>
internal readonly record struct ShardLimits(int ChunkLength, int SmallChunks, int MainChunks, int Slots)
{
    /// <summary>Octets of the smallest shard that makes sense: newcomers get two chunks of 4 kB.</summary>
    public const long MinBytes = 128 * 1024;

    // Newcomers get a tenth, as the authors of S3-FIFO advise. Four chunks at least, so that little is lost at ends.
    private const int SmallShare = 10;
    private const int MinSmallChunks = 4;
    private const int MinChunkLength = 4 * 1024;
    private const int MaxChunkLength = 1024 * 1024;

    // An entry of a short name and one address takes about 80 octets, most take more: with an index three quarters
    // full the rings are full too.
    private const int RingBytesPerSlot = 104;
    private const int LineBytes = SlotTable.LineLength + SlotTable.LineSlots * (RingBytesPerSlot + GhostSet.PlaceCost);

    // Ten gigabytes: a position has 31 bits of eight octets. With 256 shards that is no limit.
    private const long MaxLines = 1L << 24;

    /// <summary>Divides so many octets.</summary>
    public static ShardLimits Of(long bytes)
    {
        Invariant.Require(bytes >= MinBytes);
        var slots = Math.Min(bytes / LineBytes, MaxLines) * SlotTable.LineSlots;
        var ring = slots * RingBytesPerSlot;
        var small = ring / SmallShare;
        var chunk = (int)Math.Clamp(small / MinSmallChunks, MinChunkLength, MaxChunkLength);
        chunk = 1 << BitOperations.Log2((uint)chunk);
        return new(chunk, (int)(small / chunk), (int)((ring - small) / chunk), (int)slots);
    }
}

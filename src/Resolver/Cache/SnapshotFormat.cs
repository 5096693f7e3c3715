namespace Resolver.Cache;

/// <summary>
/// The form of a snapshot. Head: magic, version 2, time of writing 8. Then chunks: length of payload 4, entries in
/// it 4, payload, digest 32. The digest covers the digest before, the two numbers and the payload, so chunks can
/// neither be left out nor come from elsewhere. Last a chunk without payload, which numbers all entries. Numbers are
/// big-endian. Times are of the wall clock, since the monotonic one begins anew with each process.
/// </summary>
internal static class SnapshotFormat
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const ushort Version = 1;

    /// <summary>Octets of the head.</summary>
    public const int HeadLength = 18;

    /// <summary>Octets in front of a chunk's payload.</summary>
    public const int ChunkHeadLength = 8;

    /// <summary>Octets of a digest.</summary>
    public const int DigestLength = 32;

    /// <summary>Octets of a payload after which a new chunk begins.</summary>
    public const int ChunkLength = 256 * 1024;

    /// <summary>Octets of the longest payload: one entry more than the wanted length.</summary>
    public const int MaxChunkLength = ChunkLength + MaxEntryLength;

    /// <summary>Octets of the longest entry: a full set of 64 kB, and as much for proofs.</summary>
    public const int MaxEntryLength = 256 * 1024;

    /// <summary>What a snapshot begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "rrcache\n"u8;
}

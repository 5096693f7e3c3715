using System.Buffers.Binary;
using System.Security.Cryptography;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Loads a snapshot in two passes: the first reads and checks everything and changes nothing, the second stores.
/// </summary>
internal sealed class SnapshotLoader
{
    // A snapshot is about as large as the cache was. One of a much larger cache is refused: it would take long, and
    // most of it would be evicted while it is loaded.
    private const int MaxTimesCapacity = 2;

    private readonly CacheOptions _options;
    private readonly Stream _source;
    private readonly Moment _now;
    private readonly byte[] _chunk = new byte[SnapshotFormat.MaxChunkLength];
    private readonly byte[] _digest = new byte[SnapshotFormat.DigestLength];
    private readonly byte[] _expectedDigest = new byte[SnapshotFormat.DigestLength];
    private long _octets;
    private long _entries;
    private long _stored;

    /// <summary>Makes a loader for one snapshot; the stream must be able to go back to its start.</summary>
    public SnapshotLoader(CacheOptions options, Stream source, in Moment now)
    {
        _options = options;
        _source = source;
        _now = now;
    }

    /// <summary>Loads the snapshot into a store, or tells why not.</summary>
    public SnapshotSummary Load(FlatStore store, FlushLog flushes, CancellationToken cancellation)
    {
        if (_source.Length > Math.Max(_options.CapacityBytes, CacheOptions.MinCapacityBytes) * MaxTimesCapacity)
            return new(SnapshotFault.TooLarge, 0, 0, _source.Length);
        var fault = Run(store: null, flushes, cancellation);
        if (fault == SnapshotFault.None)
            fault = Run(store, flushes, cancellation);
        return new(fault, _stored, _entries - _stored, _octets);
    }

    private SnapshotFault Run(FlatStore? store, FlushLog flushes, CancellationToken cancellation)
    {
        _source.Position = 0;
        _octets = 0;
        _entries = 0;
        var fault = ReadHead();
        var isLast = false;
        while (fault == SnapshotFault.None && !isLast)
        {
            fault = cancellation.IsCancellationRequested
                ? SnapshotFault.Cancelled
                : ReadChunk(store, flushes, out isLast);
        }
        if (fault == SnapshotFault.None && _source.ReadByte() >= 0)
            return SnapshotFault.Torn;
        return fault;
    }

    private SnapshotFault ReadHead()
    {
        Span<byte> head = stackalloc byte[SnapshotFormat.HeadLength];
        if (!TryRead(head) || !head.StartsWith(SnapshotFormat.Magic))
            return SnapshotFault.Foreign;
        if (BinaryPrimitives.ReadUInt16BigEndian(head[SnapshotFormat.Magic.Length..]) != SnapshotFormat.Version)
            return SnapshotFault.OtherVersion;
        SHA256.HashData(head, _digest);
        return SnapshotFault.None;
    }

    private SnapshotFault ReadChunk(FlatStore? store, FlushLog flushes, out bool isLast)
    {
        isLast = false;
        Span<byte> head = stackalloc byte[SnapshotFormat.ChunkHeadLength];
        if (!TryRead(head))
            return SnapshotFault.Torn;
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        var count = BinaryPrimitives.ReadInt32BigEndian(head[sizeof(int)..]);
        if (length is < 0 or > SnapshotFormat.MaxChunkLength)
            return SnapshotFault.Damaged;
        if (!TryRead(_chunk.AsSpan(0, length)) || !TryRead(_expectedDigest))
            return SnapshotFault.Torn;
        SnapshotDigest.Advance(_digest, head, _chunk.AsSpan(0, length));
        if (!_digest.AsSpan().SequenceEqual(_expectedDigest))
            return SnapshotFault.Damaged;
        isLast = length == 0;
        if (isLast)
            return count == (int)_entries ? SnapshotFault.None : SnapshotFault.Damaged;
        return ReadEntries(store, flushes, length, count);
    }

    private SnapshotFault ReadEntries(FlatStore? store, FlushLog flushes, int length, int count)
    {
        var cursor = new SnapshotCursor(_chunk, ..length, _now, _options.MaxTtl);
        for (var i = 0; i < count; i++)
        {
            if (!cursor.TryNext(out var name, out var draft))
                return SnapshotFault.Malformed;
            _entries++;
            if (store is not null && IsOfUse(draft)
                && store.Write(store.Key(name), draft, flushes, _now) == StoreResult.Stored)
                _stored++;
        }
        return cursor.IsDone ? SnapshotFault.None : SnapshotFault.Malformed;
    }

    private bool IsOfUse(in EntryDraft draft) => draft.Length <= _options.MaxEntryBytes
        && draft.Header.FreshnessAt(_now, _options.MaxStale) != Freshness.Expired;

    private bool TryRead(Span<byte> octets)
    {
        var length = _source.ReadAtLeast(octets, octets.Length, throwOnEndOfStream: false);
        _octets += length;
        return length == octets.Length;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Writes all entries of a store that are of any use to a stream, a batch at a time.</summary>
internal sealed class SnapshotWriter
{
    private readonly EntryReader _reader;
    private readonly Stream _target;
    private readonly Moment _now;
    private readonly Ttl _maxTtl;
    private readonly byte[] _chunk = new byte[SnapshotFormat.MaxChunkLength];
    private readonly byte[] _digest = new byte[SnapshotFormat.DigestLength];
    private int _length;
    private int _chunkEntries;
    private long _entries;
    private long _skipped;
    private long _octets;

    /// <summary>Makes a writer for one snapshot.</summary>
    public SnapshotWriter(EntryReader reader, Ttl maxTtl, Stream target, in Moment now)
    {
        _reader = reader;
        _maxTtl = maxTtl;
        _target = target;
        _now = now;
    }

    /// <summary>Writes the snapshot of a store; it is whole only if no fault is told.</summary>
    public SnapshotSummary Write(FlatStore store, CancellationToken cancellation)
    {
        WriteHead();
        var arena = new CacheArena();
        var batch = new List<StoredEntry>();
        for (var shard = 0; shard < store.ShardCount; shard++)
        {
            var cursor = default(RingCursor);
            bool isMore;
            do
            {
                if (cancellation.IsCancellationRequested)
                    return new(SnapshotFault.Cancelled, _entries, _skipped, _octets);
                arena.Reset();
                batch.Clear();
                isMore = store.CopyBatch(shard, ref cursor, SnapshotFormat.ChunkLength / 4, arena, batch);
                foreach (var entry in batch)
                    Add(entry);
            }
            while (isMore);
        }
        if (_chunkEntries > 0)
            Flush(_chunkEntries);
        Flush((int)_entries);
        return new(SnapshotFault.None, _entries, _skipped, _octets);
    }

    private void WriteHead()
    {
        Span<byte> head = stackalloc byte[SnapshotFormat.HeadLength];
        SnapshotFormat.Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt16BigEndian(head[8..], SnapshotFormat.Version);
        BinaryPrimitives.WriteInt64BigEndian(head[10..], _now.Wall.Milliseconds);
        SHA256.HashData(head, _digest);
        Send(head);
    }

    private void Add(in StoredEntry entry)
    {
        if (!_reader.IsOfUse(entry, _now) || !TryAppend(entry))
        {
            _skipped++;
            return;
        }
        _chunkEntries++;
        _entries++;
        if (_length >= SnapshotFormat.ChunkLength)
            Flush(_chunkEntries);
    }

    /// <summary>Appends an entry, if it will be taken back: one that is not would cost the whole snapshot.</summary>
    private bool TryAppend(in StoredEntry entry)
    {
        var length = SnapshotEntry.LengthOf(entry);
        if (length > SnapshotFormat.MaxEntryLength)
            return false;
        SnapshotEntry.Write(entry, _now, _chunk.AsSpan(_length, length));
        var cursor = new SnapshotCursor(_chunk, _length..(_length + length), _now, _maxTtl);
        if (!cursor.TryNext(out _, out _) || !cursor.IsDone)
            return false;
        _length += length;
        return true;
    }

    private void Flush(int count)
    {
        Span<byte> head = stackalloc byte[SnapshotFormat.ChunkHeadLength];
        BinaryPrimitives.WriteInt32BigEndian(head, _length);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], count);
        SnapshotDigest.Advance(_digest, head, _chunk.AsSpan(0, _length));
        Send(head);
        Send(_chunk.AsSpan(0, _length));
        Send(_digest);
        _length = 0;
        _chunkEntries = 0;
    }

    private void Send(ReadOnlySpan<byte> octets)
    {
        _target.Write(octets);
        _octets += octets.Length;
    }
}

using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Resolver.Cache;

/// <summary>
/// A queue of entries in flat memory: appended at the head, dropped at the tail, no gaps but at the ends of chunks.
/// Chunks are taken when the head first reaches them and kept. The lock of the shard guards all but
/// <see cref="TryRead"/>, which must survive whatever a writer is doing.
/// </summary>
internal sealed class EntryRing
{
    private readonly byte[]?[] _chunks;
    private readonly int _chunkLength;
    private readonly int _chunkShift;
    private long _head;
    private long _tail;

    /// <summary>Makes an empty ring of chunks whose length is a power of two.</summary>
    public EntryRing(int chunkLength, int chunkCount)
    {
        Invariant.Require(BitOperations.IsPow2(chunkLength));
        _chunkLength = chunkLength;
        _chunkShift = BitOperations.Log2((uint)chunkLength);
        _chunks = new byte[]?[chunkCount];
    }

    /// <summary>Octets it can take.</summary>
    public long Capacity => (long)_chunkLength * _chunks.Length;

    /// <summary>Octets between tail and head, dead entries included.</summary>
    public long Used => _head - _tail;

    /// <summary>True if there is nothing in it.</summary>
    public bool IsEmpty => _head == _tail;

    /// <summary>Octets of memory taken so far.</summary>
    public long Committed
    {
        get
        {
            var committed = 0L;
            foreach (var chunk in _chunks)
                committed += chunk?.Length ?? 0;
            return committed;
        }
    }

    /// <summary>True if an entry of so many octets fits without dropping another.</summary>
    public bool CanAppend(int length) => Used + Needed(length) <= Capacity;

    /// <summary>Makes place for an entry at the head; the position counts units.</summary>
    public Span<byte> Append(int length, out uint position)
    {
        Invariant.Require(CanAppend(length));
        if (Needed(length) > length)
        {
            // No entry has length zero: it marks the rest of a chunk as unused.
            BinaryPrimitives.WriteInt32LittleEndian(Chunk(_head)[Within(_head)..], 0);
            _head += Needed(length) - length;
        }
        position = (uint)(_head % Capacity / EntryDraft.Unit);
        var entry = Chunk(_head).Slice(Within(_head), length);
        _head += length;
        return entry;
    }

    /// <summary>Finds the oldest entry; false if there is none.</summary>
    public bool TryPeek(out uint position, out Span<byte> entry)
    {
        position = 0;
        entry = default;
        if (IsEmpty)
            return false;
        if (LengthAt(_tail) == 0)
            _tail += _chunkLength - Within(_tail);
        if (IsEmpty)
            return false;
        position = (uint)(_tail % Capacity / EntryDraft.Unit);
        entry = Chunk(_tail).Slice(Within(_tail), LengthAt(_tail));
        return true;
    }

    /// <summary>Drops the oldest entry, which <see cref="TryPeek"/> has just found.</summary>
    public void Drop() => _tail += LengthAt(_tail);

    /// <summary>Drops all entries and keeps the memory.</summary>
    public void Clear() => _tail = _head;

    /// <summary>The octets of an entry known to be there.</summary>
    public Span<byte> At(uint position)
    {
        var isThere = TryRead(position, out var entry);
        Invariant.Require(isThere);
        return entry;
    }

    /// <summary>
    /// The octets of the entry at a position, which may be torn or gone: then they are some octets of the ring or
    /// none, and only the sequence counter tells.
    /// </summary>
    public bool TryRead(uint position, out Span<byte> entry)
    {
        entry = default;
        var offset = position * (long)EntryDraft.Unit;
        var index = offset >> _chunkShift;
        if (index >= _chunks.Length || _chunks[index] is not { } chunk)
            return false;
        var within = Within(offset);
        var restLength = _chunkLength - within;
        if (restLength < EntryHeader.Size)
            return false;
        // Every chunk has this length. Not to read it from the array spares a cache miss, 60 of 400 ns.
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(chunk), within);
        var rest = MemoryMarshal.CreateSpan(ref first, restLength);
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (length < EntryHeader.Size || length > rest.Length)
            return false;
        entry = rest[..length];
        return true;
    }

    /// <summary>Finds the entry behind another on the way from tail to head; false at the head.</summary>
    public bool TryNext(scoped ref long cursor, out uint position, out Span<byte> entry)
    {
        position = 0;
        entry = default;
        cursor = Math.Max(cursor, _tail);
        if (cursor >= _head)
            return false;
        if (LengthAt(cursor) == 0)
            cursor += _chunkLength - Within(cursor);
        if (cursor >= _head)
            return false;
        position = (uint)(cursor % Capacity / EntryDraft.Unit);
        entry = Chunk(cursor).Slice(Within(cursor), LengthAt(cursor));
        cursor += entry.Length;
        return true;
    }

    private int Needed(int length)
    {
        var left = _chunkLength - Within(_head);
        return length <= left ? length : left + length;
    }

    private int Within(long at) => (int)at & (_chunkLength - 1);

    private int LengthAt(long at) => BinaryPrimitives.ReadInt32LittleEndian(Chunk(at)[Within(at)..]);

    // Pinned, so that no collection ever moves the chunks; not cleared, since nothing is read before it is written.
    private Span<byte> Chunk(long at) =>
        _chunks[at % Capacity >> _chunkShift] ??= GC.AllocateUninitializedArray<byte>(_chunkLength, pinned: true);
}

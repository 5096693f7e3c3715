using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Index and rings of one shard, with S3-FIFO eviction: newcomers wait in a small ring and leave it unless they are
/// asked for again, so a flood of names that nobody wants twice passes by what is wanted. The shard's lock guards
/// all changes.
/// </summary>
internal sealed class ShardMemory
{
    // Uses that take a newcomer into the main ring.
    private const int UsesToStay = 1;

    // Entries of the main ring that are spared in a row before one has to go, used or not: bounds one insertion.
    private const int MaxSpared = 32;

    private const uint MainBit = 0x8000_0000;
    private const int FirstSlots = 64 * SlotTable.LineSlots;

    // Of eight slots at most six are used: probes stay short.
    private const int LoadEighths = 6;

    private readonly ShardLimits _limits;
    private readonly ulong _key;
    private readonly Ttl _maxStale;
    private readonly EntryRing _small;
    private readonly EntryRing _main;
    private readonly byte[] _spared;
    private SlotTable _table;
    private GhostSet? _ghosts;

    /// <summary>Makes an empty shard.</summary>
    public ShardMemory(ShardLimits limits, ulong key, Ttl maxStale)
    {
        _limits = limits;
        _key = key;
        _maxStale = maxStale;
        _small = new(limits.ChunkLength, limits.SmallChunks);
        _main = new(limits.ChunkLength, limits.MainChunks);
        _spared = new byte[limits.ChunkLength];
        _table = new(Math.Min(FirstSlots, limits.Slots));
    }

    /// <summary>Entries there are.</summary>
    public int Count => _table.Count;

    /// <summary>Octets in use by entries, dead ones included.</summary>
    public long UsedBytes => _small.Used + _main.Used;

    /// <summary>Octets of memory taken so far, index included.</summary>
    public long CommittedBytes => _small.Committed + _main.Committed
        + _table.CommittedBytes
        + (_ghosts is null ? 0 : (long)_limits.Slots * GhostSet.PlaceCost);

    /// <summary>Entries dropped to make room.</summary>
    public long Evictions { get; private set; }

    /// <summary>
    /// Finds an entry; -1 if there is none. Safe against a writer at work: then the result is arbitrary, and the
    /// caller finds out by the sequence counter.
    /// </summary>
    [HotPath]
    public int Find(in NameKey key, uint label, out Span<byte> entry, out SlotTable table)
    {
        table = Volatile.Read(ref _table);
        var index = table.Home(key.Hash);
        for (var left = table.Length; left > 0; left--)
        {
            var slot = table[index];
            if (slot == 0)
                break;
            if ((uint)(slot >> 32) == label && TryRead((uint)slot, out entry) && IsOf(entry, key.Name))
                return index;
            index = table.Next(index);
        }
        entry = default;
        return -1;
    }

    /// <summary>Finds the next entry of a name from a slot on, of whatever type; -1 if there is none.</summary>
    public int FindOfName(in NameKey key, int from, out Span<byte> entry)
    {
        var label = EntryLabel.Of(key.Hash, default, default);
        var index = from;
        for (var slot = _table[index]; slot != 0; slot = _table[index])
        {
            if (EntryLabel.MayShareName((uint)(slot >> 32), label))
            {
                entry = At((uint)slot);
                if (IsOf(entry, key.Name))
                    return index;
            }
            index = _table.Next(index);
        }
        entry = default;
        return -1;
    }

    /// <summary>Where the search for a name's entries begins.</summary>
    public int Home(in NameKey key) => _table.Home(key.Hash);

    /// <summary>The slot behind another.</summary>
    public int Next(int index) => _table.Next(index);

    /// <summary>Hits of the entry in a slot since it was stored.</summary>
    public int Hits(int index) => _table.Hits(index);

    /// <summary>
    /// Makes the index larger if it is crowded and may grow. Readers may go on meanwhile: nothing they use changes.
    /// </summary>
    public void GrowIfCrowded()
    {
        if (HasFreeSlot || _table.Length >= _limits.Slots)
            return;
        var grown = new SlotTable((int)Math.Min(_table.Length * 2L, _limits.Slots));
        for (var index = 0; index < _table.Length; index++)
        {
            if (_table[index] == 0)
                continue;
            var entry = At((uint)_table[index]);
            if (!grown.TryAddFrom(_table, index, HashOf(entry)))
                Kill(entry);
        }
        Volatile.Write(ref _table, grown);
    }

    /// <summary>Takes the entry in a slot out.</summary>
    public void RemoveAt(int index)
    {
        Kill(At((uint)_table[index]));
        _table.RemoveAt(index);
    }

    /// <summary>Takes an entry out that a larger one replaces, which will go where it was.</summary>
    public void RemoveToReplace(int index, ulong hash)
    {
        if (((uint)_table[index] & MainBit) != 0)
            (_ghosts ??= new(_limits.Slots)).Add(hash);
        RemoveAt(index);
    }

    /// <summary>Stores in the place of the entry in a slot if there is room enough; false if there is not.</summary>
    public bool TryOverwrite(int index, in EntryDraft draft, ushort generation)
    {
        var entry = At((uint)_table[index]);
        // A much smaller entry would waste the rest.
        if (draft.Length > entry.Length || draft.Length < entry.Length / 2)
            return false;
        draft.WriteTo(entry, generation);
        _table.ClearHits(index);
        return true;
    }

    /// <summary>Stores an entry that the index does not know yet; false if there is no place.</summary>
    public bool TryAdd(in NameKey key, in EntryDraft draft, ushort generation, in Moment now)
    {
        if (draft.Length > _limits.ChunkLength)
            return false;
        MakeSlot(now);
        var isRemembered = _ghosts is not null && _ghosts.Remove(key.Hash);
        if (isRemembered)
            MakeRoomInMain(draft.Length, now);
        else
            MakeRoomInSmall(draft.Length, now);
        var entry = isRemembered ? _main.Append(draft.Length, out var position)
            : _small.Append(draft.Length, out position);
        draft.WriteTo(entry, generation);
        var label = EntryLabel.Of(key.Hash, draft.Header.Type, draft.Header.Tier);
        if (_table.TryAdd(key.Hash, label, isRemembered ? position | MainBit : position))
            return true;
        Kill(entry);
        return false;
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        _table = new(Math.Min(FirstSlots, _limits.Slots));
        _ghosts = null;
        _small.Clear();
        _main.Clear();
    }

    /// <summary>
    /// Finds the next live entry in the order of the rings, the main ring first, from a cursor that begins at zero;
    /// false at the end. Entries that move meanwhile may be found twice or not at all.
    /// </summary>
    public bool TryNext(scoped ref RingCursor cursor, out Span<byte> entry)
    {
        while (cursor.Ring <= RingCursor.Small)
        {
            var isMain = cursor.Ring == RingCursor.Main;
            var at = cursor.At;
            var isFound = (isMain ? _main : _small).TryNext(ref at, out var position, out entry);
            cursor = isFound ? cursor with { At = at, Position = isMain ? position | MainBit : position }
                : cursor.NextRing;
            if (isFound && EntryHeader.Read(entry).Kind != EntryKind.Dead)
                return true;
        }
        entry = default;
        return false;
    }

    /// <summary>Takes out the entry that a cursor has just found.</summary>
    public void RemoveAt(in RingCursor cursor) => RemoveAt(SlotOf(At(cursor.Position), cursor.Position));

    private static bool IsOf(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> name) =>
        WireName.Equals(EntryHeader.KeyOf(entry), name);

    private ulong HashOf(ReadOnlySpan<byte> entry) => KeyedHash.OfName(_key, EntryHeader.KeyOf(entry));

    private static void Kill(Span<byte> entry) =>
        (EntryHeader.Read(entry) with { Kind = EntryKind.Dead }).Write(entry);

    private bool TryRead(uint position, out Span<byte> entry) => (position & MainBit) != 0
        ? _main.TryRead(position & ~MainBit, out entry)
        : _small.TryRead(position, out entry);

    private Span<byte> At(uint position) =>
        (position & MainBit) != 0 ? _main.At(position & ~MainBit) : _small.At(position);

    private int SlotOf(ReadOnlySpan<byte> entry, uint position)
    {
        var index = _table.Home(HashOf(entry));
        while ((uint)_table[index] != position || _table[index] == 0)
        {
            Invariant.Require(_table[index] != 0);
            index = _table.Next(index);
        }
        return index;
    }

    private bool HasFreeSlot => _table.Count < (long)_table.Length * LoadEighths / 8;

    private void MakeSlot(in Moment now)
    {
        var mercy = MaxSpared;
        while (!HasFreeSlot)
        {
            if (!_small.IsEmpty)
                EvictFromSmall(now);
            else
                EvictFromMain(now, ref mercy);
        }
    }

    private void MakeRoomInSmall(int length, in Moment now)
    {
        while (!_small.CanAppend(length))
            EvictFromSmall(now);
    }

    private void MakeRoomInMain(int length, in Moment now)
    {
        var mercy = MaxSpared;
        while (!_main.CanAppend(length))
            EvictFromMain(now, ref mercy);
    }

    private void EvictFromSmall(in Moment now)
    {
        if (!_small.TryPeek(out var position, out var entry))
            return;
        var header = EntryHeader.Read(entry);
        if (header.Kind != EntryKind.Dead)
        {
            var index = SlotOf(entry, position);
            // As long as the main ring is not full, nothing has to go.
            var isWanted = _table.Uses(index) >= UsesToStay || (HasFreeSlot && _main.CanAppend(entry.Length));
            if (isWanted && !IsExpired(header, now))
                Promote(index, entry, now);
            else
                Forget(index, entry, header.Kind);
        }
        _small.Drop();
    }

    private void Promote(int index, ReadOnlySpan<byte> entry, in Moment now)
    {
        // Making room may move slots about.
        var position = (uint)_table[index];
        if (!_main.CanAppend(entry.Length))
        {
            MakeRoomInMain(entry.Length, now);
            index = SlotOf(entry, position);
        }
        entry.CopyTo(_main.Append(entry.Length, out var promoted));
        _table.Move(index, promoted | MainBit);
        _table.SetUses(index, 0);
    }

    private void Forget(int index, ReadOnlySpan<byte> entry, EntryKind kind)
    {
        // Floods are made of names that do not exist: remembering those would forget all others.
        if (kind != EntryKind.NxDomain)
            (_ghosts ??= new(_limits.Slots)).Add(HashOf(entry));
        _table.RemoveAt(index);
        Evictions++;
    }

    private void EvictFromMain(in Moment now, ref int mercy)
    {
        if (!_main.TryPeek(out var position, out var entry))
            return;
        var header = EntryHeader.Read(entry);
        if (header.Kind == EntryKind.Dead)
        {
            _main.Drop();
            return;
        }
        var index = SlotOf(entry, position | MainBit);
        if (_table.Uses(index) > 0 && mercy > 0 && !IsExpired(header, now))
        {
            mercy--;
            Spare(index, entry, now);
            return;
        }
        _table.RemoveAt(index);
        _main.Drop();
        Evictions++;
    }

    /// <summary>Moves the oldest entry of the main ring to its head, with one use less to its credit.</summary>
    private void Spare(int index, ReadOnlySpan<byte> entry, in Moment now)
    {
        var before = (uint)_table[index];
        var copy = _spared.AsSpan(0, entry.Length);
        entry.CopyTo(copy);
        _main.Drop();
        var noMercy = 0;
        // The rest of the chunk at the head may be too short: then one or two more have to go.
        while (!_main.CanAppend(copy.Length))
            EvictFromMain(now, ref noMercy);
        index = SlotOf(copy, before);
        copy.CopyTo(_main.Append(copy.Length, out var position));
        _table.Move(index, position | MainBit);
        _table.SetUses(index, _table.Uses(index) - 1);
    }

    private bool IsExpired(in EntryHeader header, in Moment now) =>
        header.FreshnessAt(now, _maxStale) == Freshness.Expired;
}

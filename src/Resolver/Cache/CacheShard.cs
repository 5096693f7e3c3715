using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// One part of the store, for concurrent use. Writers take its lock and make the sequence odd while they change
/// anything; readers take no lock, copy what they find and believe it only if the sequence is even and has not moved.
/// </summary>
internal sealed class CacheShard
{
    // Attempts without lock. One write takes about a microsecond: a reader that fails so often has met a writer
    // that lost its processor, and waits for it at the lock.
    private const int MaxAttempts = 32;

    // Entries of one name, of all types: a client that asks for every type of a name cannot make its probe long.
    private const int MaxPerName = 24;

    private readonly Lock _gate = new();
    private readonly ShardMemory _memory;
    private uint _sequence;
    private long _stored;
    private long _lockedReads;

    /// <summary>Makes an empty shard.</summary>
    public CacheShard(ShardMemory memory) => _memory = memory;

    /// <summary>Copies an entry into the arena; false if there is none.</summary>
    [HotPath]
    public bool TryRead(in NameKey key, uint label, CacheArena arena, out StoredEntry found)
    {
        var spin = new SpinWait();
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var sequence = Volatile.Read(ref _sequence);
            if ((sequence & 1) == 0)
            {
                var isFound = TryCopy(key, label, arena, out var offset, out var table, out var index);
                Volatile.ReadBarrier();
                if (_sequence == sequence)
                {
                    found = isFound ? new(arena.Buffer, offset, table.Touch(index)) : default;
                    return isFound;
                }
                if (isFound)
                    arena.Shrink(offset, 0);
            }
            spin.SpinOnce(sleep1Threshold: -1);
        }
        return TryReadLocked(key, label, arena, out found);
    }

    /// <summary>Stores an entry, unless fresh data that is more to be believed is there.</summary>
    public StoreResult Write(in NameKey key, in EntryDraft draft, FlushLog flushes, in Moment now)
    {
        lock (_gate)
        {
            if (HasBetter(key, draft, flushes, now))
                return StoreResult.KeptBetter;
            _memory.GrowIfCrowded();
            BeginChange();
            try
            {
                return Put(key, draft, flushes.Generation, now);
            }
            finally
            {
                EndChange();
            }
        }
    }

    /// <summary>
    /// Takes out the entries of a name: of one type, or of all for null. Returns how many there were.
    /// </summary>
    public int Remove(in NameKey key, RecordType? type)
    {
        lock (_gate)
        {
            BeginChange();
            try
            {
                return RemoveOfName(key, type);
            }
            finally
            {
                EndChange();
            }
        }
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            BeginChange();
            _memory.Clear();
            EndChange();
        }
    }

    /// <summary>Takes out what has been flushed and marks the rest as stored now.</summary>
    public void Sweep(FlushLog flushes)
    {
        lock (_gate)
        {
            BeginChange();
            try
            {
                var cursor = default(RingCursor);
                while (_memory.TryNext(ref cursor, out var entry))
                {
                    var header = EntryHeader.Read(entry);
                    if (flushes.Covers(header, EntryHeader.KeyOf(entry)))
                        _memory.RemoveAt(cursor);
                    else
                        (header with { Generation = flushes.Generation }).Write(entry);
                }
            }
            finally
            {
                EndChange();
            }
        }
    }

    /// <summary>Copies all entries of a name, of every type; returns how many were put into the list.</summary>
    public void CopyOfName(in NameKey key, CacheArena arena, ICollection<StoredEntry> found)
    {
        lock (_gate)
        {
            var home = _memory.Home(key);
            for (var index = _memory.FindOfName(key, home, out var entry);
                index >= 0;
                index = _memory.FindOfName(key, _memory.Next(index), out entry))
            {
                var offset = Copy(entry, arena);
                found.Add(new(arena.Buffer, offset, _memory.Hits(index)));
            }
        }
    }

    /// <summary>
    /// Copies entries from where the cursor stands until the octets are as many as wanted; false at the end. The
    /// lock is held for one such batch only.
    /// </summary>
    public bool CopyBatch(ref RingCursor cursor, int wantedLength, CacheArena arena, ICollection<StoredEntry> found)
    {
        lock (_gate)
        {
            for (var copied = 0; copied < wantedLength;)
            {
                if (!_memory.TryNext(ref cursor, out var entry))
                    return false;
                // Copying may give the arena another buffer: it comes first.
                var offset = Copy(entry, arena);
                found.Add(new(arena.Buffer, offset, hits: 0));
                copied += entry.Length;
            }
            return true;
        }
    }

    /// <summary>Adds this shard's figures to others.</summary>
    public CacheStatistics AddTo(CacheStatistics sum)
    {
        lock (_gate)
        {
            return sum with
            {
                Entries = sum.Entries + _memory.Count,
                UsedBytes = sum.UsedBytes + _memory.UsedBytes,
                CommittedBytes = sum.CommittedBytes + _memory.CommittedBytes,
                Stored = sum.Stored + _stored,
                Evicted = sum.Evicted + _memory.Evictions,
                LockedReads = sum.LockedReads + Interlocked.Read(ref _lockedReads),
            };
        }
    }

    private bool TryReadLocked(in NameKey key, uint label, CacheArena arena, out StoredEntry found)
    {
        Interlocked.Increment(ref _lockedReads);
        lock (_gate)
        {
            var isFound = TryCopy(key, label, arena, out var offset, out var table, out var index);
            found = isFound ? new(arena.Buffer, offset, table.Touch(index)) : default;
            return isFound;
        }
    }

    private bool TryCopy(
        in NameKey key, uint label, CacheArena arena, out int offset, out SlotTable table, out int index)
    {
        index = _memory.Find(key, label, out var entry, out table);
        offset = index < 0 ? 0 : Copy(entry, arena);
        return index >= 0;
    }

    private static int Copy(ReadOnlySpan<byte> entry, CacheArena arena)
    {
        var offset = arena.Allocate(entry.Length);
        entry.CopyTo(arena.Buffer.AsSpan(offset));
        return offset;
    }

    private bool HasBetter(in NameKey key, in EntryDraft draft, FlushLog flushes, in Moment now)
    {
        if (draft.IsRestored && HasNewer(key, draft.Header, now))
            return true;
        var label = EntryLabel.Of(key.Hash, draft.Header.Type, draft.Header.Tier);
        if (_memory.Find(key, label, out var entry, out _) < 0)
            return false;
        var present = EntryHeader.Read(entry);
        return present.FreshnessAt(now, Ttl.Zero) == Freshness.Fresh
            && !flushes.Covers(present, key.Name)
            && present.IsBetterThan(draft.Header);
    }

    /// <summary>True if what is there would have taken the place of the entry, had that been there first.</summary>
    private bool HasNewer(in NameKey key, in EntryHeader restored, in Moment now)
    {
        var index = _memory.FindOfName(key, _memory.Home(key), out var entry);
        while (index >= 0)
        {
            var present = EntryHeader.Read(entry);
            if ((present.Type == restored.Type && present.Tier == restored.Tier)
                || Contradiction.Holds(present, present.Type, restored, now))
                return true;
            index = _memory.FindOfName(key, _memory.Next(index), out entry);
        }
        return false;
    }

    private StoreResult Put(in NameKey key, in EntryDraft draft, ushort generation, in Moment now)
    {
        RemoveContradicted(key, draft, now);
        _stored++;
        var label = EntryLabel.Of(key.Hash, draft.Header.Type, draft.Header.Tier);
        var index = _memory.Find(key, label, out _, out _);
        if (index >= 0)
        {
            if (_memory.TryOverwrite(index, draft, generation))
                return StoreResult.Stored;
            _memory.RemoveToReplace(index, key.Hash);
        }
        return _memory.TryAdd(key, draft, generation, now) ? StoreResult.Stored : StoreResult.TooLarge;
    }

    /// <summary>Takes out what the new entry contradicts, and the first entry of a name that has too many.</summary>
    private void RemoveContradicted(in NameKey key, in EntryDraft draft, in Moment now)
    {
        var count = 0;
        var index = _memory.FindOfName(key, _memory.Home(key), out var entry);
        while (index >= 0)
        {
            count++;
            var present = EntryHeader.Read(entry);
            var goes = count == MaxPerName || Contradiction.Holds(draft.Header, draft.Asked, present, now);
            if (goes)
                _memory.RemoveAt(index);
            // What closed the gap may be the next.
            index = _memory.FindOfName(key, goes ? index : _memory.Next(index), out entry);
        }
    }

    private int RemoveOfName(in NameKey key, RecordType? type)
    {
        var removed = 0;
        var index = _memory.FindOfName(key, _memory.Home(key), out var entry);
        while (index >= 0)
        {
            var goes = type is null || EntryHeader.Read(entry).Type == type;
            if (goes)
            {
                _memory.RemoveAt(index);
                removed++;
            }
            index = _memory.FindOfName(key, goes ? index : _memory.Next(index), out entry);
        }
        return removed;
    }

    private void BeginChange()
    {
        Invariant.Require((_sequence & 1) == 0);
        _sequence++;
        Volatile.WriteBarrier();
    }

    private void EndChange()
    {
        Volatile.WriteBarrier();
        _sequence++;
    }
}

using System.Numerics;
using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Millions of entries in flat memory: no object for any of them, no lock for readers, a bound in octets. Names are
/// spread over shards by a keyed hash.
/// </summary>
internal sealed class FlatStore
{
    /// <summary>Octets of the smallest store.</summary>
    public const long MinCapacity = ShardLimits.MinBytes;

    // Shards are small enough that one growing its index holds up few writers for a millisecond or two, and many
    // enough that writers seldom meet.
    private const long ShardBytes = 4L << 20;
    private const int MaxShards = 256;
    private const int HashBits = 64;

    private readonly ulong _key;
    private readonly CacheShard[] _shards;
    private readonly long _capacity;

    /// <summary>Makes an empty store.</summary>
    public FlatStore(long capacity, Ttl maxStale, ulong key)
    {
        Invariant.Require(capacity >= MinCapacity);
        _key = key;
        _capacity = capacity;
        var count = (int)BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(capacity / ShardBytes, 1, MaxShards));
        var limits = ShardLimits.Of(capacity / count);
        _shards = new CacheShard[count];
        for (var i = 0; i < count; i++)
            _shards[i] = new(new ShardMemory(limits, key, maxStale));
    }

    /// <summary>Shards there are.</summary>
    public int ShardCount => _shards.Length;

    /// <summary>The figures of all shards.</summary>
    public CacheStatistics Statistics
    {
        get
        {
            var sum = new CacheStatistics { CapacityBytes = _capacity };
            foreach (var shard in _shards)
                sum = shard.AddTo(sum);
            return sum;
        }
    }

    /// <summary>The key of a name.</summary>
    [HotPath]
    public NameKey Key(ReadOnlySpan<byte> name) => new(name, _key);

    /// <summary>Copies an entry into the arena; false if there is none.</summary>
    [HotPath]
    public bool TryRead(in NameKey key, RecordType type, Tier tier, CacheArena arena, out StoredEntry found) =>
        ShardOf(key).TryRead(key, EntryLabel.Of(key.Hash, type, tier), arena, out found);

    /// <summary>Stores an entry, unless fresh data that is more to be believed is there.</summary>
    public StoreResult Write(in NameKey key, in EntryDraft draft, FlushLog flushes, in Moment now) =>
        ShardOf(key).Write(key, draft, flushes, now);

    /// <summary>
    /// Takes out the entries of a name: of one type, or of all for null. Returns how many there were.
    /// </summary>
    public int Remove(in NameKey key, RecordType? type) => ShardOf(key).Remove(key, type);

    /// <summary>Copies all entries of a name, of every type.</summary>
    public void CopyOfName(in NameKey key, CacheArena arena, ICollection<StoredEntry> found) =>
        ShardOf(key).CopyOfName(key, arena, found);

    /// <summary>Copies a batch of one shard's entries; false at the end of the shard.</summary>
    public bool CopyBatch(
        int shard, ref RingCursor cursor, int wantedLength, CacheArena arena, ICollection<StoredEntry> found) =>
        _shards[shard].CopyBatch(ref cursor, wantedLength, arena, found);

    /// <summary>Takes out what has been flushed and marks the rest as stored now.</summary>
    public void Sweep(FlushLog flushes)
    {
        foreach (var shard in _shards)
            shard.Sweep(flushes);
    }

    /// <summary>Takes everything out.</summary>
    public void Clear()
    {
        foreach (var shard in _shards)
            shard.Clear();
    }

    // The top octet: neither the home in the index nor the tag in the slot uses it.
    private CacheShard ShardOf(in NameKey key) => _shards[(int)(key.Hash >> (HashBits - 8)) & (_shards.Length - 1)];
}

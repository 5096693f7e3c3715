namespace Resolver.Cache;

/// <summary>
/// An open-addressing index with linear probing: eight octets for each entry say what it is and where. All entries
/// of one name start at one place, so one or two cache lines tell everything about a name. Removal closes the gap,
/// so that there are no tombstones. The lock of the shard guards all changes but <see cref="Touch"/>.
/// </summary>
internal sealed class SlotTable
{
    /// <summary>Octets that one slot costs.</summary>
    public const int SlotCost = sizeof(ulong) + 2;

    /// <summary>Times that an entry can be seen in use by eviction.</summary>
    public const int MaxUses = 3;

    /// <summary>Hits that are counted since an entry was stored.</summary>
    public const int MaxHits = 15;

    private const int HitsShift = 4;
    private const int UsesMask = (1 << HitsShift) - 1;

    // A slot: 32 bits that name the entry, 32 bits where it is. Zero is empty: no entry has type 0.
    private readonly ulong[] _slots;

    // How far from its home each slot's entry stands.
    private readonly byte[] _distances;

    // Low half: uses, for eviction. High half: hits since stored, for prefetch. Readers write here without lock: a
    // count may be lost or go to a neighbour, and nothing depends on it but a hit rate.
    private readonly byte[] _counters;

    /// <summary>Makes an empty table.</summary>
    public SlotTable(int length)
    {
        _slots = new ulong[length];
        _distances = new byte[length];
        _counters = new byte[length];
    }

    /// <summary>Slots there are.</summary>
    public int Length => _slots.Length;

    /// <summary>Slots in use.</summary>
    public int Count { get; private set; }

    /// <summary>Where the probe for a hash begins.</summary>
    public int Home(ulong hash) => (int)((ulong)(uint)hash * (uint)_slots.Length >> 32);

    /// <summary>The slot behind another, from the last on to the first.</summary>
    public int Next(int index) => index + 1 == _slots.Length ? 0 : index + 1;

    /// <summary>
    /// What stands in a slot: the label in the upper half, the position in the lower; zero for nothing.
    /// </summary>
    public ulong this[int index] => _slots[index];

    /// <summary>Uses seen by eviction, at most <see cref="MaxUses"/>.</summary>
    public int Uses(int index) => _counters[index] & UsesMask;

    /// <summary>Hits since the entry was stored, at most <see cref="MaxHits"/>.</summary>
    public int Hits(int index) => _counters[index] >> HitsShift;

    /// <summary>Counts a hit and returns how many there have been.</summary>
    public int Touch(int index)
    {
        var counters = _counters[index];
        var uses = counters & UsesMask;
        var hits = counters >> HitsShift;
        // A hot entry is not written to: its cache line stays shared between cores.
        if (uses < MaxUses || hits < MaxHits)
            _counters[index] = (byte)(Math.Min(uses + 1, MaxUses) | Math.Min(hits + 1, MaxHits) << HitsShift);
        return hits + 1;
    }

    /// <summary>Says that an entry has been used so often.</summary>
    public void SetUses(int index, int uses) =>
        _counters[index] = (byte)((_counters[index] & ~UsesMask) | uses);

    /// <summary>Says that an entry has been stored anew.</summary>
    public void ClearHits(int index) => _counters[index] &= UsesMask;

    /// <summary>Enters an entry; false if there is no place near enough to its home.</summary>
    public bool TryAdd(ulong hash, uint label, uint position) =>
        TryAdd(hash, (ulong)label << 32 | position, counters: 0);

    /// <summary>Says that an entry is somewhere else now.</summary>
    public void Move(int index, uint position) =>
        _slots[index] = (_slots[index] & 0xFFFF_FFFF_0000_0000) | position;

    /// <summary>Takes an entry out and closes the gap.</summary>
    public void RemoveAt(int index)
    {
        var gap = index;
        var distance = 0;
        for (var next = Next(index); _slots[next] != 0; next = Next(next))
        {
            distance++;
            if (_distances[next] < distance)
                continue;
            _slots[gap] = _slots[next];
            _counters[gap] = _counters[next];
            _distances[gap] = (byte)(_distances[next] - distance);
            gap = next;
            distance = 0;
        }
        _slots[gap] = 0;
        _counters[gap] = 0;
        Count--;
    }

    /// <summary>Enters what stands in a slot of another table; false if there is no place near enough.</summary>
    public bool TryAddFrom(SlotTable other, int index, ulong hash) =>
        TryAdd(hash, other._slots[index], other._counters[index]);

    private bool TryAdd(ulong hash, ulong slot, byte counters)
    {
        var index = Home(hash);
        for (var distance = 0; distance <= byte.MaxValue && distance < _slots.Length; distance++, index = Next(index))
        {
            if (_slots[index] != 0)
                continue;
            _slots[index] = slot;
            _distances[index] = (byte)distance;
            _counters[index] = counters;
            Count++;
            return true;
        }
        return false;
    }
}

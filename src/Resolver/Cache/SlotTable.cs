using System.Runtime.InteropServices;

namespace Resolver.Cache;

/// <summary>
/// An open-addressing index. A cache line holds six slots, of eight octets each, and their counters; all entries of
/// one name start at one line, which mostly tells everything about the name. Removal closes the gap, so there are
/// no tombstones. The lock of the shard guards all changes but <see cref="Touch"/>.
/// </summary>
internal sealed class SlotTable
{
    /// <summary>Slots of one line.</summary>
    public const int LineSlots = 6;

    /// <summary>Octets of one line.</summary>
    public const int LineLength = 64;

    /// <summary>Times that an entry can be seen in use by eviction.</summary>
    public const int MaxUses = 3;

    /// <summary>Hits that are counted since an entry was stored.</summary>
    public const int MaxHits = 15;

    private const int HitsShift = 4;
    private const int UsesMask = (1 << HitsShift) - 1;
    private const int LineWords = LineLength / sizeof(ulong);

    // Words of a line: six slots, then their counters, then their distances, an octet each.
    // A slot: 32 bits that name the entry, 32 bits where it is. Zero is empty: no entry has type 0.
    // Counters, low half: uses, for eviction. High half: hits since stored, for prefetch. Readers write here without
    // lock: a count may be lost or go to a neighbour, and nothing depends on it but a hit rate.
    // Distances: how far from its home each slot's entry stands.
    private readonly ulong[] _words;
    private readonly int _start;
    private readonly int _lines;

    /// <summary>Makes an empty table of so many slots, rounded down to whole lines.</summary>
    public SlotTable(int length)
    {
        _lines = Math.Max(length / LineSlots, 1);
        // Pinned, so that lines stay what the processor takes for lines.
        _words = GC.AllocateArray<ulong>((_lines + 1) * LineWords, pinned: true);
        var misaligned = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(_words, 0) & (LineLength - 1));
        _start = (LineLength - misaligned) % LineLength / sizeof(ulong);
    }

    /// <summary>Slots there are.</summary>
    public int Length => _lines * LineSlots;

    /// <summary>Octets of memory it takes.</summary>
    public long CommittedBytes => _words.Length * (long)sizeof(ulong);

    /// <summary>Slots in use.</summary>
    public int Count { get; private set; }

    /// <summary>Where the probe for a hash begins.</summary>
    public int Home(ulong hash) => (int)((ulong)(uint)hash * (uint)_lines >> 32) * LineSlots;

    /// <summary>The slot behind another, from the last on to the first.</summary>
    public int Next(int index) => index + 1 == Length ? 0 : index + 1;

    /// <summary>
    /// What stands in a slot: the label in the upper half, the position in the lower; zero for nothing.
    /// </summary>
    public ulong this[int index] => SlotAt(index);

    /// <summary>Uses seen by eviction, at most <see cref="MaxUses"/>.</summary>
    public int Uses(int index) => CounterAt(index) & UsesMask;

    /// <summary>Hits since the entry was stored, at most <see cref="MaxHits"/>.</summary>
    public int Hits(int index) => CounterAt(index) >> HitsShift;

    /// <summary>Counts a hit and returns how many there have been.</summary>
    public int Touch(int index)
    {
        ref var counter = ref CounterAt(index);
        var counters = counter;
        var uses = counters & UsesMask;
        var hits = counters >> HitsShift;
        // A hot entry is not written to: its cache line stays shared between cores.
        if (uses < MaxUses || hits < MaxHits)
            counter = (byte)(Math.Min(uses + 1, MaxUses) | Math.Min(hits + 1, MaxHits) << HitsShift);
        return hits + 1;
    }

    /// <summary>Says that an entry has been used so often.</summary>
    public void SetUses(int index, int uses) =>
        CounterAt(index) = (byte)((CounterAt(index) & ~UsesMask) | uses);

    /// <summary>Says that an entry has been stored anew.</summary>
    public void ClearHits(int index) => CounterAt(index) &= UsesMask;

    /// <summary>Enters an entry; false if there is no place near enough to its home.</summary>
    public bool TryAdd(ulong hash, uint label, uint position) =>
        TryAdd(hash, (ulong)label << 32 | position, counters: 0);

    /// <summary>Says that an entry is somewhere else now.</summary>
    public void Move(int index, uint position) =>
        SlotAt(index) = (SlotAt(index) & 0xFFFF_FFFF_0000_0000) | position;

    /// <summary>Takes an entry out and closes the gap.</summary>
    public void RemoveAt(int index)
    {
        var gap = index;
        var distance = 0;
        for (var next = Next(index); SlotAt(next) != 0; next = Next(next))
        {
            distance++;
            if (DistanceAt(next) < distance)
                continue;
            SlotAt(gap) = SlotAt(next);
            CounterAt(gap) = CounterAt(next);
            DistanceAt(gap) = (byte)(DistanceAt(next) - distance);
            gap = next;
            distance = 0;
        }
        SlotAt(gap) = 0;
        CounterAt(gap) = 0;
        Count--;
    }

    /// <summary>Enters what stands in a slot of another table; false if there is no place near enough.</summary>
    public bool TryAddFrom(SlotTable other, int index, ulong hash) =>
        TryAdd(hash, other.SlotAt(index), other.CounterAt(index));

    private bool TryAdd(ulong hash, ulong slot, byte counters)
    {
        var index = Home(hash);
        for (var distance = 0; distance <= byte.MaxValue && distance < Length; distance++, index = Next(index))
        {
            if (SlotAt(index) != 0)
                continue;
            SlotAt(index) = slot;
            DistanceAt(index) = (byte)distance;
            CounterAt(index) = counters;
            Count++;
            return true;
        }
        return false;
    }

    private ref ulong SlotAt(int index)
    {
        var line = (uint)index / LineSlots;
        return ref _words[_start + (int)(line * LineWords + (uint)index - line * LineSlots)];
    }

    private ref byte CounterAt(int index) => ref OctetAt(index, LineSlots);

    private ref byte DistanceAt(int index) => ref OctetAt(index, LineSlots + 1);

    private ref byte OctetAt(int index, int word)
    {
        var line = (uint)index / LineSlots;
        var octets = MemoryMarshal.AsBytes(_words.AsSpan(_start + (int)line * LineWords + word, 1));
        return ref octets[(int)((uint)index - line * LineSlots)];
    }
}

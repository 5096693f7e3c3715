using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Which questions rest after an attempt to refresh them failed: until then stale data answers them at once and
/// nothing is asked. For use by all threads at once; a question that falls out of the table is asked once more.
/// </summary>
public sealed class RefreshThrottle
{
    /// <summary>Milliseconds of rest after a failure.</summary>
    // RFC 8767 §5: attempts to refresh should not come more often than every 30 seconds.
    public const long RestMs = 30_000;

    /// <summary>Questions that can rest at once; with more, those longest at rest are asked again.</summary>
    public const int Capacity = 16_384;

    private const int Ways = 4;

    // Times are kept in 32 bits of 10 ms: they come round after 497 days.
    private const long TickMs = 10;
    private const int HashShift = 32;

    private readonly ulong _key;
    private readonly ulong[] _slots = new ulong[Capacity];

    /// <summary>Makes an empty table.</summary>
    public RefreshThrottle(Entropy entropy) => _key = SecretKey.From(entropy);

    /// <summary>True if a question may be asked to refresh what is stale.</summary>
    public bool MayRefresh(ReadOnlySpan<byte> name, RecordType type, in Moment now)
    {
        var hash = HashOf(name, type);
        foreach (ref var slot in SetOf(hash))
        {
            var value = Volatile.Read(ref slot);
            if (IsOf(value, hash) && AgeMs(value, now) < RestMs)
                return false;
        }
        return true;
    }

    /// <summary>Says that the attempt to refresh a question failed.</summary>
    public void Fail(ReadOnlySpan<byte> name, RecordType type, in Moment now)
    {
        var hash = HashOf(name, type);
        ref var place = ref SetOf(hash)[0];
        foreach (ref var slot in SetOf(hash))
        {
            if (SpareFor(Volatile.Read(ref slot), hash, now) > SpareFor(Volatile.Read(ref place), hash, now))
                place = ref slot;
        }
        Volatile.Write(ref place, (hash & ~(ulong)uint.MaxValue) | Tick(now));
    }

    /// <summary>Says that a question has been answered: it rests no longer.</summary>
    public void Succeed(ReadOnlySpan<byte> name, RecordType type)
    {
        var hash = HashOf(name, type);
        foreach (ref var slot in SetOf(hash))
        {
            if (IsOf(Volatile.Read(ref slot), hash))
                Volatile.Write(ref slot, 0);
        }
    }

    /// <summary>How well a slot can be spared: the question's own best, then an empty one, then the oldest.</summary>
    private static long SpareFor(ulong value, ulong hash, in Moment now)
    {
        if (IsOf(value, hash))
            return long.MaxValue;
        return value == 0 ? long.MaxValue - 1 : AgeMs(value, now);
    }

    // The upper half of a slot is the question's; it is never zero, which means an empty slot.
    private ulong HashOf(ReadOnlySpan<byte> name, RecordType type)
    {
        var hash = KeyedHash.OfName(_key + (ushort)type, name);
        return hash | 1UL << HashShift;
    }

    private Span<ulong> SetOf(ulong hash) => _slots.AsSpan((int)((uint)hash % (Capacity / Ways)) * Ways, Ways);

    private static bool IsOf(ulong value, ulong hash) => value >> HashShift == hash >> HashShift;

    private static uint Tick(in Moment now) => unchecked((uint)(now.Monotonic.Milliseconds / TickMs));

    private static long AgeMs(ulong value, in Moment now) => unchecked(Tick(now) - (uint)value) * TickMs;
}

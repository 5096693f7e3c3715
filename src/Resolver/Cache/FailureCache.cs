using Dns;
using Dns.Edns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Questions that could not be answered, kept from being asked again for a while that doubles each time. A table
/// of fixed size, for use by all threads at once; only what is not in the record cache is looked for here.
/// </summary>
public sealed class FailureCache
{
    /// <summary>The first rest of a question that could not be resolved.</summary>
    // RFC 9520 §3.2: at least one second, at most five minutes.
    public static readonly Ttl FirstRest = new(1);

    /// <summary>The first rest of a question whose answer is bogus: to validate again is dear.</summary>
    public static readonly Ttl FirstBogusRest = new(5);

    /// <summary>The longest rest: what was repaired is seen to be within a minute.</summary>
    public static readonly Ttl LongestRest = new(60);

    /// <summary>Failures remembered at once; with more, those that end first are forgotten.</summary>
    public const int Capacity = Sets * Ways;

    private const int Sets = 2048;
    private const int Ways = 8;
    private const int Gates = 16;

    // A question that fails again so soon after its rest is over has failed in a row.
    private const long RowMs = 60_000;

    private readonly ulong _key;
    private readonly Slot[] _slots = new Slot[Capacity];
    private readonly Lock[] _gates = new Lock[Gates];

    /// <summary>Makes an empty table.</summary>
    public FailureCache(Entropy entropy)
    {
        _key = SecretKey.From(entropy);
        for (var i = 0; i < Gates; i++)
            _gates[i] = new();
    }

    /// <summary>Says whether a question rests after a failure, and which.</summary>
    public bool TryFind(in FailureKey key, in Moment now, out CachedFailure failure)
    {
        failure = default;
        var name = KeyedHash.OfName(_key, key.Name);
        lock (GateOf(name))
        {
            foreach (ref readonly var slot in SetOf(name))
            {
                if (!slot.IsOf(name, key) || !slot.RestsUntil.IsAfter(now.Monotonic))
                    continue;
                failure = slot.ToFailure(now);
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// Remembers that a question failed and returns for how long. The rest grows only with failures that come after
    /// it: of many clients that fail together, the first counts.
    /// </summary>
    public Ttl Add(in FailureKey key, FailureKind kind, ExtendedErrorCode code, in Moment now)
    {
        var name = KeyedHash.OfName(_key, key.Name);
        lock (GateOf(name))
        {
            ref var slot = ref SlotFor(name, key);
            if (slot.IsOf(name, key) && slot.RestsUntil.IsAfter(now.Monotonic))
                return now.Monotonic.Until(slot.RestsUntil);
            var isInRow = slot.IsOf(name, key) && slot.RestsUntil.PlusMilliseconds(RowMs).IsAfter(now.Monotonic);
            var attempts = isInRow ? Math.Min(slot.Attempts + 1, byte.MaxValue) : 1;
            var rest = RestAfter(kind, attempts);
            slot = new(name, key, now.Monotonic.Plus(rest), code, kind, (byte)attempts);
            return rest;
        }
    }

    /// <summary>Forgets the failures of a question: it has been answered.</summary>
    public void Remove(in FailureKey key)
    {
        var name = KeyedHash.OfName(_key, key.Name);
        lock (GateOf(name))
        {
            foreach (ref var slot in SetOf(name))
            {
                if (slot.IsOf(name, key))
                    slot = default;
            }
        }
    }

    /// <summary>Forgets all failures of a name. Returns how many there were.</summary>
    public int Flush(ReadOnlySpan<byte> name)
    {
        var hash = KeyedHash.OfName(_key, name);
        var count = 0;
        lock (GateOf(hash))
        {
            foreach (ref var slot in SetOf(hash))
            {
                if (slot.Attempts == 0 || slot.Name != hash)
                    continue;
                slot = default;
                count++;
            }
        }
        return count;
    }

    /// <summary>Forgets all failures there are.</summary>
    public void FlushFailures()
    {
        for (var gate = 0; gate < Gates; gate++)
        {
            lock (_gates[gate])
            {
                for (var set = gate; set < Sets; set += Gates)
                    _slots.AsSpan(set * Ways, Ways).Clear();
            }
        }
    }

    // RFC 9520 §3.2: repeated failures back off exponentially.
    private static Ttl RestAfter(FailureKind kind, int attempts)
    {
        var first = kind == FailureKind.Validation ? FirstBogusRest : FirstRest;
        var doublings = Math.Min(attempts - 1, 6);
        return Ttl.Min(new(first.Seconds << doublings), LongestRest);
    }

    private ref Slot SlotFor(ulong name, in FailureKey key)
    {
        var set = SetOf(name);
        ref var first = ref set[0];
        foreach (ref var slot in set)
        {
            if (slot.IsOf(name, key))
                return ref slot;
            if (slot.Attempts == 0 || (first.Attempts != 0 && slot.RestsUntil < first.RestsUntil))
                first = ref slot;
        }
        return ref first;
    }

    private Span<Slot> SetOf(ulong name) => _slots.AsSpan((int)(name % Sets) * Ways, Ways);

    private Lock GateOf(ulong name) => _gates[name % Sets % Gates];

    /// <summary>One failure remembered.</summary>
    private readonly struct Slot
    {
        private readonly ulong _servers;
        private readonly RecordType _type;
        private readonly ushort _code;
        private readonly FailureKind _kind;

        public Slot(
            ulong name, in FailureKey key, Instant restsUntil, ExtendedErrorCode code, FailureKind kind, byte attempts)
        {
            Name = name;
            _servers = key.Servers.Digest;
            _type = key.Type;
            RestsUntil = restsUntil;
            _code = (ushort)code;
            _kind = kind;
            Attempts = attempts;
        }

        /// <summary>The hash of the name: 64 bits that nobody can aim at stand for the name itself.</summary>
        public ulong Name { get; }

        public Instant RestsUntil { get; }

        /// <summary>Failures in a row; zero marks an empty slot.</summary>
        public byte Attempts { get; }

        public bool IsOf(ulong name, in FailureKey key) =>
            Attempts != 0 && Name == name && _type == key.Type && _servers == key.Servers.Digest;

        public CachedFailure ToFailure(in Moment now) =>
            new(_kind, (ExtendedErrorCode)_code, now.Monotonic.Until(RestsUntil), Attempts);
    }
}

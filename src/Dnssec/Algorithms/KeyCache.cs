using System.Diagnostics.CodeAnalysis;

namespace Dnssec.Algorithms;

/// <summary>
/// Parsed public keys, kept because parsing one costs as much as using it twice. Bounded; the key not used for the
/// longest time goes first, roughly. Keys that cannot be used are remembered too. For one thread at a time.
/// </summary>
public sealed class KeyCache : IDisposable
{
    /// <summary>Octets of DNSKEY RDATA before the algorithm number: flags and protocol (RFC 4034 §2.1).</summary>
    private const int AlgorithmAt = 3;

    private readonly Dictionary<byte[], Entry> _entries;
    private readonly Dictionary<byte[], Entry>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly Entry?[] _ring;
    private readonly KeyLimits _limits;
    private int _hand;

    /// <summary>An empty cache for so many keys, each of which takes about 2 kB.</summary>
    public KeyCache(int capacity, KeyLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _entries = new(OctetComparer.Instance);
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();
        _ring = new Entry?[capacity];
        _limits = limits;
    }

    /// <summary>Keys held.</summary>
    public int Count => _entries.Count;

    /// <summary>
    /// The key in the RDATA of a DNSKEY record. It belongs to the cache and may be gone after the next call.
    /// </summary>
    public KeyFailure TryGet(ReadOnlySpan<byte> dnskey, out PublicKey? key)
    {
        key = null;
        if (dnskey.Length <= AlgorithmAt)
            return KeyFailure.Malformed;
        var identity = dnskey[AlgorithmAt..];
        if (_lookup.TryGetValue(identity, out var entry))
            entry.WasUsed = true;
        else
            entry = Add(identity);
        key = entry.Key;
        return entry.Failure;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
            entry.Key?.Dispose();
        _entries.Clear();
        Array.Clear(_ring);
    }

    private Entry Add(ReadOnlySpan<byte> identity)
    {
        // The ring is a clock: the hand passes by entries used since it last came, and takes the first that was not.
        while (_ring[_hand] is { WasUsed: true } spared)
        {
            spared.WasUsed = false;
            _hand = (_hand + 1) % _ring.Length;
        }
        if (_ring[_hand] is { } evicted)
        {
            _entries.Remove(evicted.Identity);
            evicted.Key?.Dispose();
        }
        var failure = PublicKey.TryParse((SecurityAlgorithm)identity[0], identity[1..], _limits, out var key);
        var entry = new Entry(identity.ToArray(), failure, key);
        _ring[_hand] = entry;
        _entries.Add(entry.Identity, entry);
        _hand = (_hand + 1) % _ring.Length;
        return entry;
    }

    /// <summary>A key, or why there is none.</summary>
    private sealed record Entry(byte[] Identity, KeyFailure Failure, PublicKey? Key)
    {
        /// <summary>True if it was asked for again since the hand last came by.</summary>
        public bool WasUsed { get; set; }
    }

    /// <summary>
    /// Keys by their octets. The hash has no secret: an attacker who makes all keys of a full cache collide gains
    /// as many short comparisons as the cache has room, once per look-up.
    /// </summary>
    private sealed class OctetComparer :
        IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        /// <summary>The only one.</summary>
        public static readonly OctetComparer Instance = new();

        /// <inheritdoc/>
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        /// <inheritdoc/>
        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        /// <inheritdoc/>
        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        /// <inheritdoc/>
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = 2166136261u;
            foreach (var octet in alternate)
                hash = (hash ^ octet) * 16777619u;
            return (int)hash;
        }

        /// <inheritdoc/>
        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}

using System.Runtime.InteropServices;
using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// The fixed part of an entry. Behind it stand the origin, for a denial the name and its length octet, then the
/// block of the set or SOA, then the blocks of the proofs.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal readonly record struct EntryHeader
{
    /// <summary>Octets of the fixed part.</summary>
    public const int Size = 28;

    /// <summary>The least time for which anything is found again, in milliseconds.</summary>
    // RFC 1035 §3.2.1: TTL 0 is for the transaction at hand; those of the same second share it.
    public const long ShortestReuseMs = 1000;

    private const int KeyAtOffset = 5;
    private const int SecurityShift = 2;
    private const int CredibilityShift = 4;
    private const int TwoBits = 3;

    // Kind in bits 0 and 1, security in 2 and 3, credibility in 4 to 6.
    [FieldOffset(4)]
    private readonly byte _packed;

    /// <summary>Octets that the entry takes in its ring; what is used of them may be less.</summary>
    [field: FieldOffset(0)]
    public int Length { get; init; }

    /// <summary>Where the length octet of the name stands, counted from the header's start.</summary>
    [field: FieldOffset(5)]
    public byte KeyAt { get; init; }

    /// <summary>Octets of the origin behind the header: port and address, or nothing.</summary>
    [field: FieldOffset(6)]
    public byte OriginLength { get; init; }

    /// <summary>How many proof blocks there are.</summary>
    [field: FieldOffset(7)]
    public byte ProofCount { get; init; }

    /// <summary>What the entry is.</summary>
    public EntryKind Kind
    {
        get => (EntryKind)(_packed & TwoBits);
        init => _packed = (byte)((_packed & ~TwoBits) | (byte)value);
    }

    /// <summary>What validation found.</summary>
    public SecurityStatus Security
    {
        get => (SecurityStatus)(_packed >> SecurityShift & TwoBits);
        init => _packed = (byte)((_packed & ~(TwoBits << SecurityShift)) | (byte)value << SecurityShift);
    }

    /// <summary>How far it is to be believed.</summary>
    public Credibility Credibility
    {
        get => (Credibility)(_packed >> CredibilityShift);
        init => _packed = (byte)((_packed & (1 << CredibilityShift) - 1) | (byte)value << CredibilityShift);
    }

    /// <summary>The flushes that had been ordered when the entry was stored.</summary>
    [field: FieldOffset(8)]
    public ushort Generation { get; init; }

    /// <summary>The type under which the index knows the entry.</summary>
    [field: FieldOffset(10)]
    public RecordType Type { get; init; }

    /// <summary>The lifetime it was stored with, after all caps.</summary>
    [field: FieldOffset(12)]
    public Ttl Lifetime { get; init; }

    /// <summary>Seconds since 1970 at which its signatures end; zero for never.</summary>
    [field: FieldOffset(16)]
    public uint SignaturesEnd { get; init; }

    /// <summary>The end of its lifetime.</summary>
    [field: FieldOffset(20)]
    public Instant ExpiresAt { get; init; }

    /// <summary>When it was stored.</summary>
    public Instant StoredAt => ExpiresAt.PlusMilliseconds(-ReuseMs(Lifetime));

    /// <summary>Whether it answers clients or only helps to find servers.</summary>
    public Tier Tier => Credibility < Credibility.Answer ? Tier.Glue : Tier.Answer;

    /// <summary>Reads the header at the start of the octets.</summary>
    public static EntryHeader Read(ReadOnlySpan<byte> entry) => MemoryMarshal.Read<EntryHeader>(entry);

    /// <summary>
    /// The name an entry is kept under, in wire form. Of octets that are no entry it is some octets or none.
    /// </summary>
    public static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> entry)
    {
        int keyAt = entry[KeyAtOffset];
        if (keyAt >= entry.Length)
            return [];
        int length = entry[keyAt];
        return keyAt + length < entry.Length ? entry.Slice(keyAt + 1, length) : [];
    }

    /// <summary>Writes the header to the start of the octets.</summary>
    public void Write(Span<byte> entry) => MemoryMarshal.Write(entry, this);

    /// <summary>How long something of this lifetime is found again.</summary>
    public static long ReuseMs(Ttl lifetime) => Math.Max(lifetime.Seconds * 1000L, ShortestReuseMs);

    /// <summary>What the clocks say about the entry.</summary>
    [HotPath]
    public Freshness FreshnessAt(in Moment now, Ttl maxStale)
    {
        if (HaveSignaturesEnded(now))
            return Freshness.Expired;
        if (ExpiresAt.IsAfter(now.Monotonic))
            return Freshness.Fresh;
        return ExpiresAt.Plus(maxStale).IsAfter(now.Monotonic) ? Freshness.Stale : Freshness.Expired;
    }

    /// <summary>True for secure data whose signatures are over.</summary>
    // RFC 4035 §5.3.3: signed data does not outlive its signatures.
    public bool HaveSignaturesEnded(in Moment now) =>
        Security == SecurityStatus.Secure && SignaturesEnd != 0 && now.Wall.Seconds >= SignaturesEnd;

    /// <summary>True if this entry, if fresh, must not give way to the other.</summary>
    // RFC 2181 §5.4.1: less credible data never replaces more credible data. Nor does what was never validated
    // replace what was: a client that asks with CD set cannot spoil the answers of others.
    public bool IsBetterThan(in EntryHeader other)
    {
        if (Credibility != other.Credibility)
            return Credibility > other.Credibility;
        return Security != SecurityStatus.Indeterminate && other.Security == SecurityStatus.Indeterminate;
    }
}

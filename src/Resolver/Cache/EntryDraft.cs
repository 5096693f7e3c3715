using System.Buffers.Binary;
using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>An entry about to be stored: its header and the octets behind it, not yet in one place.</summary>
internal readonly ref struct EntryDraft
{
    /// <summary>Octets to which the length of an entry is rounded up.</summary>
    public const int Unit = 8;

    /// <summary>Proof sets of one entry; RFC 5155 §7.2 needs three, wildcards and other chains a few more.</summary>
    public const int MaxProofs = byte.MaxValue;

    // A block begins with its length: zero says that a denial came without SOA.
    private const int NoSetLength = sizeof(int);

    private readonly EntryHeader _header;
    private readonly ServerAddress _origin;
    private readonly ReadOnlySpan<byte> _denied;
    private readonly RRset _set;
    private readonly RRsetSequence _proofs;

    private EntryDraft(
        EntryHeader header, ServerAddress origin, ReadOnlySpan<byte> denied, RRset set, RRsetSequence proofs)
    {
        var originLength = 2 + origin.Host.OctetLength;
        var keyAt = EntryHeader.Size + originLength + (denied.IsEmpty ? RRset.OwnerLengthAt : 0);
        _header = header with
        {
            KeyAt = (byte)keyAt,
            OriginLength = (byte)originLength,
            ProofCount = (byte)proofs.Count,
        };
        _origin = origin;
        _denied = denied;
        _set = set;
        _proofs = proofs;
        var denialLength = denied.IsEmpty ? 0 : 1 + denied.Length;
        var setLength = set.IsNone ? NoSetLength : set.BlockLength;
        var length = EntryHeader.Size + originLength + denialLength + setLength + proofs.BlockLength;
        Length = (length + Unit - 1) & -Unit;
    }

    /// <summary>The header, but for the length and the generation.</summary>
    public EntryHeader Header => _header;

    /// <summary>Octets the entry needs.</summary>
    public int Length { get; }

    /// <summary>The type that was asked for; other than the header's for the denial of a name.</summary>
    public RecordType Asked { get; private init; }

    /// <summary>True for an entry out of a snapshot: what is in the cache is newer.</summary>
    public bool IsRestored { get; private init; }

    /// <summary>The draft of a set.</summary>
    public static EntryDraft Of(in ScrubbedRRset set, Ttl lifetime, in Moment now)
    {
        var header = new EntryHeader
        {
            Kind = EntryKind.Data,
            Security = set.Security,
            Credibility = set.Credibility,
            Type = set.Set.Type,
            Lifetime = lifetime,
            SignaturesEnd = Seconds(set.SignaturesEnd),
            ExpiresAt = now.Monotonic.PlusMilliseconds(EntryHeader.ReuseMs(lifetime)),
        };
        return new(header, set.Origin, [], set.Set, set.Proofs) { Asked = set.Set.Type };
    }

    /// <summary>The draft of the denial of a name, or of a type at it.</summary>
    public static EntryDraft Of(
        ReadOnlySpan<byte> name, RecordType asked, in ScrubbedDenial denial, Ttl lifetime, in Moment now)
    {
        var isOfName = denial.Kind == DenialKind.NxDomain;
        var header = new EntryHeader
        {
            Kind = isOfName ? EntryKind.NxDomain : EntryKind.NoData,
            Security = denial.Security,
            Credibility = denial.Credibility,
            // One entry says what holds below a name: the DNAME there, that there is none, or that there is nothing.
            Type = isOfName ? RecordType.Dname : asked,
            Lifetime = lifetime,
            SignaturesEnd = Seconds(denial.SignaturesEnd),
            ExpiresAt = now.Monotonic.PlusMilliseconds(EntryHeader.ReuseMs(lifetime)),
        };
        return new(header, denial.Origin, name, denial.Soa, denial.Proofs) { Asked = asked };
    }

    /// <summary>The draft of an entry out of a snapshot, with the header it had; a denial has its own name.</summary>
    public static EntryDraft Restored(
        EntryHeader header, ServerAddress origin, ReadOnlySpan<byte> denied, RRset set, RRsetSequence proofs) =>
        new(header, origin, denied, set, proofs) { Asked = header.Type, IsRestored = true };

    /// <summary>Writes the entry into octets that are at least as many as it needs.</summary>
    public void WriteTo(Span<byte> entry, ushort generation)
    {
        (_header with { Length = entry.Length, Generation = generation }).Write(entry);
        var rest = entry[EntryHeader.Size..];
        BinaryPrimitives.WriteUInt16LittleEndian(rest, _origin.Port);
        _origin.Host.Write(rest[2..]);
        rest = rest[_header.OriginLength..];
        if (!_denied.IsEmpty)
        {
            rest[0] = (byte)_denied.Length;
            _denied.CopyTo(rest[1..]);
            rest = rest[(1 + _denied.Length)..];
        }
        if (_set.IsNone)
            rest[..NoSetLength].Clear();
        else
            _set.Block.CopyTo(rest);
        rest = rest[(_set.IsNone ? NoSetLength : _set.BlockLength)..];
        if (_proofs.Count > 0)
            _proofs.Blocks.CopyTo(rest);
    }

    private static uint Seconds(UnixTime? end) =>
        end is { } time ? (uint)Math.Clamp(time.Seconds, 1, uint.MaxValue) : 0;
}

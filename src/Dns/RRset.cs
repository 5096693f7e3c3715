using System.Buffers.Binary;

namespace Dns;

/// <summary>
/// Records of one owner, class and type with their one TTL (RFC 2181 §5) and the signatures that cover them: a
/// view of one block of octets that is never changed once built. RDATA stands uncompressed. Small enough to pass
/// by value; the block is made by <see cref="RRsetBuilder"/> and may be copied as a whole, into a cache for
/// instance. Every offset inside the block is the builder's, so a block is only as good as where it comes from:
/// octets from outside the process are never taken for one.
/// </summary>
public readonly struct RRset
{
    // Block: length 4, type 2, class 2, TTL 4, records 2, signatures 2, owner length 1, owner, then for each record
    // and each signature RDLENGTH 2 and RDATA. Numbers are big-endian.
    internal const int TypeAt = 4;
    internal const int ClassAt = 6;
    internal const int TtlAt = 8;
    internal const int CountAt = 12;
    internal const int SignatureCountAt = 14;
    internal const int OwnerAt = 17;

    /// <summary>Where in a block the length octet of the owner stands, for tables that search blocks.</summary>
    public const int OwnerLengthAt = 16;

    private readonly byte[]? _buffer;
    private readonly int _offset;

    private RRset(byte[] buffer, int offset)
    {
        _buffer = buffer;
        _offset = offset;
    }

    /// <summary>True for the default value, which is no RRset.</summary>
    public bool IsNone => _buffer is null;

    /// <summary>The owner in wire form, in the case it came in.</summary>
    public ReadOnlySpan<byte> Owner
    {
        get
        {
            var block = Head;
            return block.Slice(OwnerAt, block[OwnerLengthAt]);
        }
    }

    /// <summary>TYPE of the records.</summary>
    public RecordType Type => (RecordType)BinaryPrimitives.ReadUInt16BigEndian(Head[TypeAt..]);

    /// <summary>CLASS of the records.</summary>
    public RecordClass Class => (RecordClass)BinaryPrimitives.ReadUInt16BigEndian(Head[ClassAt..]);

    /// <summary>The TTL the set came with, not what is left of it.</summary>
    public Ttl Ttl => new(BinaryPrimitives.ReadUInt32BigEndian(Head[TtlAt..]));

    /// <summary>The number of records; at least one but for a set of signatures alone.</summary>
    public int Count => BinaryPrimitives.ReadUInt16BigEndian(Head[CountAt..]);

    /// <summary>The number of RRSIG records that cover the set.</summary>
    public int SignatureCount => BinaryPrimitives.ReadUInt16BigEndian(Head[SignatureCountAt..]);

    /// <summary>The RDATA of each record.</summary>
    public RdataSequence Records
    {
        get
        {
            var block = Block;
            return new(block[(OwnerAt + block[OwnerLengthAt])..], Count);
        }
    }

    /// <summary>The RDATA of each RRSIG that covers the set.</summary>
    public RdataSequence Signatures => new(Records.Rest, SignatureCount);

    /// <summary>The RDATA of the first record.</summary>
    public ReadOnlySpan<byte> FirstRecord
    {
        get
        {
            var records = Records.GetEnumerator();
            records.MoveNext();
            return records.Current;
        }
    }

    /// <summary>The whole block, to be copied and read again with <see cref="FromBlock"/>.</summary>
    public ReadOnlySpan<byte> Block => Head[..BlockLength];

    /// <summary>Octets of the whole block.</summary>
    public int BlockLength => BinaryPrimitives.ReadInt32BigEndian(Head);

    private ReadOnlySpan<byte> Head => _buffer.AsSpan(_offset);

    /// <summary>Reads a block that <see cref="Block"/> gave and somebody copied to this place.</summary>
    public static RRset FromBlock(byte[] buffer, int offset) => new(buffer, offset);

    /// <summary>The owner as a name of its own.</summary>
    public DomainName OwnerName => DomainName.FromWire(Owner);

    /// <summary>A copy that shares nothing with this one.</summary>
    public RRset Copy() => new(Block.ToArray(), 0);

    /// <summary>The same set with another TTL.</summary>
    public RRset WithTtl(Ttl ttl)
    {
        var block = Block.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(TtlAt), ttl.Seconds);
        return new(block, 0);
    }

    /// <summary>True if both hold the same records, in any order, whatever their TTLs and signatures.</summary>
    public bool HasSameRecords(RRset other)
    {
        if (Count != other.Count || Type != other.Type || !WireName.Equals(Owner, other.Owner))
            return false;
        foreach (var record in Records)
        {
            if (!other.Records.Contains(record))
                return false;
        }
        return true;
    }

    /// <summary>Owner, TTL, type and number of records, for logs and test failures.</summary>
    public override string ToString() => IsNone
        ? "(none)"
        : $"{Text.NameText.Write(Owner)} {Ttl} {Type} ({Count} records, {SignatureCount} signatures)";
}

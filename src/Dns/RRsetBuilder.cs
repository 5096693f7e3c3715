using System.Buffers.Binary;

namespace Dns;

/// <summary>Gathers the records and signatures of one RRset and makes its block.</summary>
public sealed class RRsetBuilder
{
    private readonly DomainName _owner;
    private readonly RecordType _type;
    private readonly RecordClass _class;
    private readonly List<byte[]> _records = [];
    private readonly List<byte[]> _signatures = [];
    private Ttl? _ttl;

    /// <summary>Begins a set without records.</summary>
    public RRsetBuilder(DomainName owner, RecordType type, RecordClass recordClass = RecordClass.In)
    {
        _owner = owner;
        _type = type;
        _class = recordClass;
    }

    /// <summary>The owner.</summary>
    public DomainName Owner => _owner;

    /// <summary>TYPE of the records.</summary>
    public RecordType Type => _type;

    /// <summary>Records so far.</summary>
    public int Count => _records.Count;

    /// <summary>Signatures so far.</summary>
    public int SignatureCount => _signatures.Count;

    /// <summary>Adds a record, its RDATA uncompressed. One that is there already is not added again.</summary>
    // RFC 2181 §5: duplicates are suppressed. §5.2: differing TTLs are an error; the lowest is used.
    public RRsetBuilder Add(ReadOnlySpan<byte> rdata, Ttl ttl)
    {
        AddDistinct(_records, rdata);
        LowerTtl(ttl);
        return this;
    }

    /// <summary>Adds the RDATA of an RRSIG that covers the set.</summary>
    public RRsetBuilder AddSignature(ReadOnlySpan<byte> rdata, Ttl ttl)
    {
        AddDistinct(_signatures, rdata);
        LowerTtl(ttl);
        return this;
    }

    /// <summary>Makes the set.</summary>
    public RRset Build()
    {
        var length = RRset.OwnerAt + _owner.Wire.Length + Measure(_records) + Measure(_signatures);
        var block = new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(block, length);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(RRset.TypeAt), (ushort)_type);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(RRset.ClassAt), (ushort)_class);
        BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(RRset.TtlAt), (_ttl ?? Ttl.Zero).Seconds);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(RRset.CountAt), (ushort)_records.Count);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(RRset.SignatureCountAt), (ushort)_signatures.Count);
        block[RRset.OwnerLengthAt] = (byte)_owner.Wire.Length;
        _owner.Wire.CopyTo(block.AsSpan(RRset.OwnerAt));
        var position = RRset.OwnerAt + _owner.Wire.Length;
        position = Append(block, position, _records);
        Append(block, position, _signatures);
        return RRset.FromBlock(block, 0);
    }

    private void LowerTtl(Ttl ttl) => _ttl = _ttl is { } present ? Ttl.Min(present, ttl) : ttl;

    private static void AddDistinct(List<byte[]> list, ReadOnlySpan<byte> rdata)
    {
        foreach (var present in list)
        {
            if (rdata.SequenceEqual(present))
                return;
        }
        list.Add(rdata.ToArray());
    }

    private static int Measure(List<byte[]> list)
    {
        var length = 0;
        foreach (var rdata in list)
            length += 2 + rdata.Length;
        return length;
    }

    private static int Append(byte[] block, int position, List<byte[]> list)
    {
        foreach (var rdata in list)
        {
            BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(position), (ushort)rdata.Length);
            rdata.CopyTo(block, position + 2);
            position += 2 + rdata.Length;
        }
        return position;
    }
}

namespace Dns.Wire;

/// <summary>A record inside a message: its fixed fields read, its RDATA still as it came.</summary>
public readonly ref struct RecordView
{
    internal RecordView(ReadOnlySpan<byte> message, ParsedName owner, int fixedPart, Section section)
    {
        Message = message;
        Owner = owner;
        Section = section;
        Type = (RecordType)ReadUInt16(message, fixedPart);
        Class = (RecordClass)ReadUInt16(message, fixedPart + 2);
        RawTtl = ((uint)ReadUInt16(message, fixedPart + 4) << 16) | ReadUInt16(message, fixedPart + 6);
        RdataLength = ReadUInt16(message, fixedPart + 8);
        RdataOffset = fixedPart + 10;
    }

    /// <summary>The whole message, for names in RDATA that point out of it.</summary>
    public ReadOnlySpan<byte> Message { get; }

    /// <summary>The owner name.</summary>
    public ParsedName Owner { get; }

    /// <summary>The section the record stands in.</summary>
    public Section Section { get; }

    /// <summary>TYPE.</summary>
    public RecordType Type { get; }

    /// <summary>CLASS; in an OPT record the sender's UDP payload size.</summary>
    public RecordClass Class { get; }

    /// <summary>The TTL field's bits; in an OPT record extended rcode, version and flags.</summary>
    public uint RawTtl { get; }

    /// <summary>The TTL.</summary>
    public Ttl Ttl => Ttl.FromWire(RawTtl);

    /// <summary>RDLENGTH.</summary>
    public int RdataLength { get; }

    /// <summary>Where RDATA begins in the message.</summary>
    public int RdataOffset { get; }

    /// <summary>RDATA as it came, names in it perhaps compressed.</summary>
    public ReadOnlySpan<byte> Rdata => Message.Slice(RdataOffset, RdataLength);

    private static ushort ReadUInt16(ReadOnlySpan<byte> message, int offset) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(message[offset..]);
}

using Dns;

namespace Dnssec.Zones;

/// <summary>A record of a <see cref="ZoneImage"/>, in canonical form.</summary>
public readonly ref struct ZoneImageRecord
{
    /// <summary>Type, class, TTL and RDLENGTH.</summary>
    internal const int FixedFieldsLength = 10;

    private readonly ReadOnlySpan<byte> _fields;

    internal ZoneImageRecord(ReadOnlySpan<byte> octets)
    {
        var ownerLength = WireName.Measure(octets);
        Octets = octets;
        Owner = octets[..ownerLength];
        _fields = octets[ownerLength..];
    }

    /// <summary>The whole record as it enters a zone digest (RFC 8976 §3.3.2).</summary>
    public ReadOnlySpan<byte> Octets { get; }

    /// <summary>The owner, in lower case.</summary>
    public ReadOnlySpan<byte> Owner { get; }

    /// <summary>TYPE.</summary>
    public RecordType Type => (RecordType)(_fields[0] << 8 | _fields[1]);

    /// <summary>CLASS.</summary>
    public RecordClass Class => (RecordClass)(_fields[2] << 8 | _fields[3]);

    /// <summary>The TTL.</summary>
    public Ttl Ttl => Ttl.FromWire(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(_fields[4..]));

    /// <summary>RDATA in canonical form.</summary>
    public ReadOnlySpan<byte> Rdata => _fields[FixedFieldsLength..];
}

using Dns.Text;

namespace Dns.Zones;

/// <summary>A record of a zone's text. Its octets are the reader's, and good until the next step.</summary>
public readonly ref struct ZoneRecord
{
    internal ZoneRecord(ReadOnlySpan<byte> owner, ReadOnlySpan<byte> rdata, RecordHead head, int line)
    {
        Owner = owner;
        Rdata = rdata;
        Type = head.Type;
        Class = head.Class;
        Ttl = head.Ttl;
        Line = line;
    }

    /// <summary>The owner in wire form.</summary>
    public ReadOnlySpan<byte> Owner { get; }

    /// <summary>TYPE.</summary>
    public RecordType Type { get; }

    /// <summary>CLASS.</summary>
    public RecordClass Class { get; }

    /// <summary>The TTL.</summary>
    public Ttl Ttl { get; }

    /// <summary>RDATA, uncompressed and well-formed.</summary>
    public ReadOnlySpan<byte> Rdata { get; }

    /// <summary>The line the record begins on.</summary>
    public int Line { get; }

    /// <summary>The record in presentation format.</summary>
    public override string ToString() => RecordText.Write(Owner, Ttl, Class, Type, Rdata);
}

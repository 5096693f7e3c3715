using Dns;
using Dns.Records;

namespace Simulation.Messages;

/// <summary>One record with its RDATA uncompressed, valid or not.</summary>
public sealed record WireRecord(DomainName Owner, RecordType Type, RecordClass Class, uint Ttl, byte[] Rdata)
{
    /// <summary>What makes two records the same record: everything but the TTL and the case of names.</summary>
    public string Key => $"{Owner.ToString().ToLowerInvariant()} {(ushort)Class} {DataKey}";

    /// <summary>What makes the type and data of two records the same: everything but the case of names.</summary>
    public string DataKey => $"{(ushort)Type} {Convert.ToHexString(Canonical())}";

    /// <summary>For a record that leads to another name (NS, CNAME, DNAME, PTR): that name.</summary>
    public DomainName? Target => DomainName.TryFromWire(Rdata, out var name) ? name : null;

    /// <summary>Owner, TTL, type and RDATA as far as a person can read it.</summary>
    public override string ToString() => $"{Owner} {Ttl} {Mnemonic.Of(Type)} {RdataText()}";

    /// <summary>RDATA as text: addresses and names readable, all else in hexadecimal.</summary>
    public string RdataText() => Type switch
    {
        RecordType.A or RecordType.Aaaa when Rdata.Length is 4 or 16 => new System.Net.IPAddress(Rdata).ToString(),
        RecordType.Ns or RecordType.Cname or RecordType.Dname or RecordType.Ptr => Target?.ToString() ?? Hex(),
        RecordType.Mx when Rdata.Length > 2 && DomainName.TryFromWire(Rdata.AsSpan(2), out var exchange) =>
            $"{(Rdata[0] << 8) | Rdata[1]} {exchange}",
        RecordType.Txt => string.Join(' ', Strings()),
        _ => Hex(),
    };

    private string Hex() =>
        "\\# " + Rdata.Length + " " + Convert.ToHexString(Rdata.AsSpan(0, Math.Min(Rdata.Length, 40)));

    private IEnumerable<string> Strings()
    {
        for (var at = 0; at < Rdata.Length; at += Rdata[at] + 1)
        {
            var end = Math.Min(Rdata.Length, at + 1 + Rdata[at]);
            yield return '"' + System.Text.Encoding.Latin1.GetString(Rdata, at + 1, end - at - 1) + '"';
        }
    }

    private byte[] Canonical()
    {
        var canonical = new byte[Rdata.Length];
        CanonicalRdata.Write(Type, Rdata, canonical);
        return canonical;
    }
}

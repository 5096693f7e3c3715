using System.Net;
using System.Text;
using Dns;

namespace Signing;

/// <summary>RDATA of the types that tests need most.</summary>
public static class Rdata
{
    /// <summary>A or AAAA.</summary>
    public static byte[] Address(string address) => IPAddress.Parse(address).GetAddressBytes();

    /// <summary>NS, CNAME, DNAME, PTR.</summary>
    public static byte[] Name(string name) => DomainName.Parse(name).Wire.ToArray();

    /// <summary>MX.</summary>
    public static byte[] Mx(ushort preference, string exchange) =>
        [(byte)(preference >> 8), (byte)preference, .. DomainName.Parse(exchange).Wire];

    /// <summary>TXT of one string.</summary>
    public static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    /// <summary>SOA with a serial; names and times are made up, the negative TTL is 300 s.</summary>
    public static byte[] Soa(uint serial) =>
    [
        .. DomainName.Parse("ns.invalid.").Wire, .. DomainName.Parse("hostmaster.invalid.").Wire,
        .. BitConverter.GetBytes(serial).Reverse(),
        0, 0, 0x07, 0x08, 0, 0, 0x03, 0x84, 0, 0x09, 0x3a, 0x80, 0, 0, 0x01, 0x2c,
    ];

    /// <summary>The type bitmap of NSEC and NSEC3 (RFC 4034 §4.1.2).</summary>
    public static byte[] TypeBitmap(IEnumerable<RecordType> types)
    {
        var bitmap = new List<byte>();
        foreach (var window in types.Select(type => (int)type).Distinct().Order().GroupBy(type => type >> 8))
        {
            var octets = new byte[(window.Max() & 0xff) / 8 + 1];
            foreach (var type in window)
                octets[(type & 0xff) / 8] |= (byte)(0x80 >> (type & 7));
            bitmap.AddRange([(byte)window.Key, (byte)octets.Length, .. octets]);
        }
        return [.. bitmap];
    }

    /// <summary>NSEC.</summary>
    public static byte[] Nsec(DomainName next, params IEnumerable<RecordType> types) =>
        [.. next.Wire, .. TypeBitmap(types)];
}

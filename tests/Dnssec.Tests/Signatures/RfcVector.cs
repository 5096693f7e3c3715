using System.Globalization;
using System.Text.Json;
using Dns;
using Dns.Records;
using Signing;

namespace Dnssec.Tests.Signatures;

/// <summary>One example out of an RFC: a signature with its key, a key with its DS record, or an NSEC3 hash.</summary>
internal sealed class RfcVector
{
    private readonly JsonElement _json;

    private RfcVector(string line) => _json = JsonDocument.Parse(line).RootElement;

    public string Kind => Get("what");

    public DomainName Owner => DomainName.Parse(Get("owner"));

    public string this[string field] => Get(field);

    public int Iterations => _json.GetProperty("iterations").GetInt32();

    public static IEnumerable<RfcVector> All(string kind) =>
        TestData.Lines("dnssec-rfc.jsonl").Select(line => new RfcVector(line)).Where(vector => vector.Kind == kind);

    /// <summary>The RRset with its signature.</summary>
    public RRset Set()
    {
        var type = Get("type") == "MX" ? RecordType.Mx : RecordType.A;
        var ttl = new Ttl(_json.GetProperty("ttl").GetUInt32());
        var builder = new RRsetBuilder(Owner, type);
        foreach (var text in _json.GetProperty("rdata").EnumerateArray())
        {
            var words = text.GetString()!.Split(' ');
            var isAddress = type == RecordType.A;
            builder.Add(isAddress ? Rdata.Address(words[0]) : Rdata.Mx(ushort.Parse(words[0]), words[1]), ttl);
        }
        return builder.AddSignature(Signature(type), ttl).Build();
    }

    /// <summary>The DNSKEY RRset of one key.</summary>
    public RRset Dnskeys(DomainName owner) =>
        new RRsetBuilder(owner, RecordType.Dnskey).Add(Dnskey(), new Ttl(3600)).Build();

    public byte[] Dnskey()
    {
        var words = Get("dnskey").Split(' ');
        var flags = ushort.Parse(words[0]);
        return [(byte)(flags >> 8), (byte)flags, byte.Parse(words[1]), byte.Parse(words[2]), .. Base64(words[3..])];
    }

    public byte[] Ds()
    {
        var words = Get("ds").Split(' ');
        var tag = ushort.Parse(words[0]);
        var digest = Convert.FromHexString(words[3]);
        return [(byte)(tag >> 8), (byte)tag, byte.Parse(words[1]), byte.Parse(words[2]), .. digest];
    }

    /// <summary>A time at which the signature is valid.</summary>
    public UnixTime MiddleOfSignature()
    {
        RrsigData.TryRead(Set().Signatures.First(), out var signature);
        return UnixTime.FromSeconds(signature.Inception + (signature.Expiration - signature.Inception) / 2);
    }

    private byte[] Signature(RecordType type)
    {
        var words = Get("rrsig").Split(' ');
        var numbers = words[3..7].Select(ParseTime).ToArray();
        return
        [
            (byte)((ushort)type >> 8), (byte)type, byte.Parse(words[1]), byte.Parse(words[2]),
            .. BitConverter.GetBytes(numbers[0]).Reverse(), .. BitConverter.GetBytes(numbers[1]).Reverse(),
            .. BitConverter.GetBytes(numbers[2]).Reverse(), (byte)(numbers[3] >> 8), (byte)numbers[3],
            .. Rdata.Name(words[7]), .. Base64(words[8..]),
        ];
    }

    // RFC 4034 §3.2: YYYYMMDDHHmmSS, or seconds as a number.
    private static uint ParseTime(string text)
    {
        if (text.Length != 14)
            return uint.Parse(text);
        var time = DateTime.ParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        return (uint)new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds();
    }

    private static byte[] Base64(string[] words) => Convert.FromBase64String(string.Concat(words));

    private string Get(string name) => _json.GetProperty(name).GetString()!;
}

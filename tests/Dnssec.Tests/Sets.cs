using Dns;
using Signing;

namespace Dnssec.Tests;

/// <summary>Makes and spoils RRsets.</summary>
internal static class Sets
{
    public static readonly DomainName Zone = DomainName.Parse("example.");

    /// <summary>An A RRset with one address.</summary>
    public static RRset Address(string owner) =>
        Of(owner, RecordType.A, Rdata.Address("192.0.2.1"));

    public static RRset Of(string owner, RecordType type, params IEnumerable<byte[]> records)
    {
        var builder = new RRsetBuilder(DomainName.Parse(owner), type);
        foreach (var rdata in records)
            builder.Add(rdata, new Ttl(3600));
        return builder.Build();
    }

    /// <summary>The DNSKEY RRset of these keys, unsigned.</summary>
    public static RRset Dnskeys(string zone, params IEnumerable<SigningKey> keys) =>
        Of(zone, RecordType.Dnskey, keys.Select(key => key.Dnskey));

    /// <summary>The set with these signatures instead of its own.</summary>
    public static RRset With(this RRset set, params IEnumerable<byte[]> signatures) =>
        Rebuild(set, set.OwnerName, set.Records.ToArrays(), signatures);

    /// <summary>The set at another owner, signatures and all.</summary>
    public static RRset At(this RRset set, string owner) =>
        Rebuild(set, DomainName.Parse(owner), set.Records.ToArrays(), set.Signatures.ToArrays());

    /// <summary>The set with other records and the same signatures.</summary>
    public static RRset Holding(this RRset set, params IEnumerable<byte[]> records) =>
        Rebuild(set, set.OwnerName, records, set.Signatures.ToArrays());

    /// <summary>The set with one octet of its first signature changed.</summary>
    public static RRset SignatureOctet(this RRset set, int index, byte value)
    {
        var signatures = set.Signatures.ToArrays();
        signatures[0][index < 0 ? signatures[0].Length + index : index] = value;
        return set.With(signatures);
    }

    public static byte[][] ToArrays(this RdataSequence sequence)
    {
        var arrays = new List<byte[]>();
        foreach (var rdata in sequence)
            arrays.Add(rdata.ToArray());
        return [.. arrays];
    }

    private static RRset Rebuild(
        RRset set, DomainName owner, IEnumerable<byte[]> records, IEnumerable<byte[]> signatures)
    {
        var builder = new RRsetBuilder(owner, set.Type, set.Class);
        foreach (var rdata in records)
            builder.Add(rdata, set.Ttl);
        foreach (var rdata in signatures)
            builder.AddSignature(rdata, set.Ttl);
        return builder.Build();
    }
}

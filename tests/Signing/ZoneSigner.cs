using Dns;

namespace Signing;

/// <summary>Signs a zone as real signers do: what is below a cut stays unsigned, and absence can be proven.</summary>
public sealed class ZoneSigner
{
    /// <summary>The keys, each of which signs what its role says.</summary>
    public required IReadOnlyList<SigningKey> Keys { get; init; }

    /// <summary>How absence is proven.</summary>
    public DenialStyle Denial { get; init; } = new DenialStyle.Nsec();

    /// <summary>When signatures begin and end.</summary>
    public SignatureWindow Window { get; init; } = SignatureWindow.Usual;

    /// <summary>One key of P-256 that signs everything.</summary>
    public static ZoneSigner Simple(int seed = 1) => new()
    {
        Keys = [SigningKey.Create(Dnssec.Algorithms.SecurityAlgorithm.EcdsaP256Sha256, KeyRole.Combined, seed)],
    };

    /// <summary>Signs the records, which hold an SOA record at the apex and neither keys nor proofs.</summary>
    public SignedZone Sign(string apex, params IEnumerable<ZoneRecord> records) =>
        Sign(DomainName.Parse(apex), records);

    /// <summary>Signs the records, which hold an SOA record at the apex and neither keys nor proofs.</summary>
    public SignedZone Sign(DomainName apex, params IEnumerable<ZoneRecord> records)
    {
        var nodes = new ZoneNodes(apex);
        foreach (var record in records)
            nodes.Add(record);
        foreach (var key in Keys)
            nodes.Add(new(apex, RecordType.Dnskey, new Ttl(3600), key.Dnskey));
        foreach (var record in DenialChain.Make(nodes, Denial))
            nodes.Add(record);
        return new(apex, Denial, nodes.Builders.Select(builder => SignSet(nodes, builder)));
    }

    /// <summary>The same set with signatures of the keys whose role it is.</summary>
    public RRset SignSet(in RRset set, DomainName zone)
    {
        var builder = new RRsetBuilder(set.OwnerName, set.Type, set.Class);
        foreach (var rdata in set.Records)
            builder.Add(rdata, set.Ttl);
        foreach (var key in Keys)
        {
            if (key.Role == KeyRole.Combined || key.Role == KeyRole.KeySigning == (set.Type == RecordType.Dnskey))
                builder.AddSignature(key.Sign(set, zone, Window), set.Ttl);
        }
        return builder.Build();
    }

    private RRset SignSet(ZoneNodes nodes, RRsetBuilder builder)
    {
        var set = builder.Build();
        return nodes.IsSigned(set) ? SignSet(set, nodes.Apex) : set;
    }
}

using Dns;

namespace Signing;

/// <summary>A zone with its signatures and proofs. Immutable.</summary>
public sealed class SignedZone
{
    private readonly Dictionary<(DomainName, RecordType), RRset> _sets;

    internal SignedZone(DomainName apex, DenialStyle denial, IEnumerable<RRset> sets)
    {
        Apex = apex;
        Denial = denial;
        _sets = sets.ToDictionary(set => (set.OwnerName, set.Type));
    }

    /// <summary>The name of the zone.</summary>
    public DomainName Apex { get; }

    /// <summary>How the zone proves absence.</summary>
    public DenialStyle Denial { get; }

    /// <summary>Every RRset with its signatures.</summary>
    public IReadOnlyCollection<RRset> Sets => _sets.Values;

    /// <summary>The NSEC or NSEC3 records.</summary>
    public IEnumerable<RRset> DenialSets => Sets.Where(set => set.Type is RecordType.Nsec or RecordType.Nsec3);

    /// <summary>The DNSKEY RRset.</summary>
    public RRset Dnskeys => this[Apex, RecordType.Dnskey];

    /// <summary>One RRset with its signatures; none if it is not there.</summary>
    public RRset this[DomainName owner, RecordType type] => _sets.GetValueOrDefault((owner, type));

    /// <summary>One RRset with its signatures; none if it is not there.</summary>
    public RRset this[string owner, RecordType type] => this[DomainName.Parse(owner), type];

    /// <summary>The set that a server makes from a wildcard for another owner.</summary>
    public RRset Expand(string wildcard, string owner, RecordType type)
    {
        var source = this[wildcard, type];
        var builder = new RRsetBuilder(DomainName.Parse(owner), type);
        foreach (var rdata in source.Records)
            builder.Add(rdata, source.Ttl);
        foreach (var rdata in source.Signatures)
            builder.AddSignature(rdata, source.Ttl);
        return builder.Build();
    }
}

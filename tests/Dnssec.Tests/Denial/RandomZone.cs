using Dns;
using Signing;

namespace Dnssec.Tests.Denial;

/// <summary>
/// A small zone made from a seed, full of what makes proofs hard: wildcards, empty non-terminals, zone cuts with and
/// without DS, DNAMEs and aliases. It knows the truth about every name without looking at a proof.
/// </summary>
internal sealed class RandomZone
{
    private static readonly string[] Labels = ["a", "b", "c", "*", "z"];

    private static readonly RecordType[] AskedTypes =
        [RecordType.A, RecordType.Txt, RecordType.Ds, RecordType.Cname, RecordType.Ns];

    private readonly Dictionary<DomainName, HashSet<RecordType>> _nodes = [];
    private readonly HashSet<DomainName> _existing = [];
    private readonly Random _random;
    private (DomainName, RecordType) _asked;

    public RandomZone(int seed, DenialStyle style)
    {
        _random = new(seed);
        AddNode(Apex, [RecordType.Soa, RecordType.Ns]);
        for (var count = _random.Next(1, 9); count > 0; count--)
            AddRandomNode();
        foreach (var name in _nodes.Keys.Where(name => !IsElsewhere(name, RecordType.Ds)))
        {
            for (var above = name; above.IsAtOrBelow(Apex) && _existing.Add(above);)
                above = above.Parent;
        }
        Signed = new ZoneSigner { Keys = [], Denial = style }.Sign(Apex, _nodes.SelectMany(Records));
    }

    public static DomainName Apex { get; } = DomainName.Parse("zone.test.");

    public SignedZone Signed { get; }

    /// <summary>A name in the zone, its own or not, and a type.</summary>
    public (DomainName Name, RecordType Type) Ask() =>
        _asked = (RandomName(_random.Next(1, 5)), AskedTypes[_random.Next(AskedTypes.Length)]);

    /// <summary>Names with their types, and what was asked last.</summary>
    public override string ToString() =>
        $"{string.Join("; ", _nodes.Select(node => $"{node.Key} {string.Join(' ', node.Value)}"))} ? {_asked}";

    /// <summary>Some of the proofs, each as likely as not.</summary>
    public List<RRset> SomeProofs() => [.. Signed.DenialSets.Where(_ => _random.Next(2) == 0)];

    public Truth Find(DomainName name, RecordType type)
    {
        if (IsElsewhere(name, type))
            return Truth.Elsewhere;
        if (_existing.Contains(name))
            return HasData(name, type) ? Truth.Data : Truth.NoData;
        var wildcard = Wildcard(name);
        if (!_existing.Contains(wildcard))
            return Truth.NoName;
        return HasData(wildcard, type) ? Truth.WildcardData : Truth.WildcardNoData;
    }

    /// <summary>Labels of the nearest ancestor that exists.</summary>
    public int ClosestEncloserLabels(DomainName name)
    {
        var encloser = name.Parent;
        while (!_existing.Contains(encloser))
            encloser = encloser.Parent;
        return encloser.LabelCount;
    }

    public bool IsCut(DomainName name) => !name.Equals(Apex) && Has(name, RecordType.Ns);

    public bool Has(DomainName name, RecordType type) =>
        _nodes.TryGetValue(name, out var types) && types.Contains(type);

    /// <summary>True if a wildcard with data, and so with a signature, stands directly below the name.</summary>
    public bool HasWildcardBelow(DomainName name) =>
        _nodes.ContainsKey(DomainName.Parse("*." + name)) && _existing.Contains(DomainName.Parse("*." + name));

    /// <summary>True if the nearest ancestor that exists is there for the sake of unsigned delegations alone.</summary>
    public bool IsBelowHiddenName(DomainName name)
    {
        var encloser = name.Suffix(ClosestEncloserLabels(name));
        return Signed.Denial is DenialStyle.Nsec3 { Span: Nsec3Span.OptOut }
            && _nodes.Keys.Where(other => other.IsAtOrBelow(encloser)).All(IsUnsignedCut);
    }

    private bool IsUnsignedCut(DomainName name) =>
        IsElsewhere(name, RecordType.Ds) || (IsCut(name) && !Has(name, RecordType.Ds));

    private DomainName Wildcard(DomainName name) =>
        DomainName.Parse("*." + name.Suffix(ClosestEncloserLabels(name)));

    private bool HasData(DomainName name, RecordType type) => Has(name, type) || Has(name, RecordType.Cname);

    private bool IsElsewhere(DomainName name, RecordType type)
    {
        if (IsCut(name) && type != RecordType.Ds)
            return true;
        for (var above = name; !above.Equals(Apex);)
        {
            above = above.Parent;
            if (IsCut(above) || Has(above, RecordType.Dname))
                return true;
        }
        return false;
    }

    private void AddRandomNode()
    {
        var name = RandomName(_random.Next(1, 4));
        var isPlain = name.IsWildcard;
        RecordType[] types = _random.Next(isPlain ? 4 : 8) switch
        {
            0 => [RecordType.A],
            1 => [RecordType.A, RecordType.Txt],
            2 => [RecordType.Txt],
            3 => [RecordType.Cname],
            4 => [RecordType.Ns],
            5 => [RecordType.Ns, RecordType.Ds],
            6 => [RecordType.Dname],
            _ => [RecordType.Dname, RecordType.A],
        };
        if (!_nodes.ContainsKey(name))
            AddNode(name, types);
    }

    private void AddNode(DomainName name, RecordType[] types) => _nodes.Add(name, [.. types]);

    private DomainName RandomName(int labels)
    {
        var name = Apex;
        for (; labels > 0; labels--)
            name = DomainName.Parse($"{Labels[_random.Next(Labels.Length)]}.{name}");
        return name;
    }

    private static IEnumerable<ZoneRecord> Records(KeyValuePair<DomainName, HashSet<RecordType>> node) =>
        node.Value.Select(type => new ZoneRecord(node.Key, type, new Ttl(300), type switch
        {
            RecordType.Soa => Rdata.Soa(1),
            RecordType.A => Rdata.Address("192.0.2.1"),
            RecordType.Txt => Rdata.Text("x"),
            RecordType.Ds => [0, 1, 13, 2, 1, 2, 3],
            _ => Rdata.Name("target.test."),
        }));
}

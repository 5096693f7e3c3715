using Dns;

namespace Signing;

/// <summary>The names of a zone while it is being signed, and which of them are the zone's own.</summary>
internal sealed class ZoneNodes(DomainName apex)
{
    private readonly SortedDictionary<DomainName, Dictionary<RecordType, RRsetBuilder>> _nodes =
        new(Comparer<DomainName>.Create((left, right) => left.CompareCanonical(right)));

    public DomainName Apex => apex;

    public IEnumerable<RRsetBuilder> Builders => _nodes.Values.SelectMany(node => node.Values);

    /// <summary>The zone's own names in order: delegations, but not what is below them or below a DNAME.</summary>
    public IEnumerable<DomainName> OwnNames => _nodes.Keys.Where(name => !IsOccluded(name)).ToList();

    public void Add(ZoneRecord record)
    {
        if (!_nodes.TryGetValue(record.Owner, out var node))
            _nodes.Add(record.Owner, node = []);
        if (!node.TryGetValue(record.Type, out var builder))
            node.Add(record.Type, builder = new(record.Owner, record.Type));
        builder.Add(record.Rdata, record.Ttl);
    }

    public bool Has(DomainName name, RecordType type) =>
        _nodes.TryGetValue(name, out var node) && node.ContainsKey(type);

    public IEnumerable<RecordType> TypesAt(DomainName name) =>
        _nodes.TryGetValue(name, out var node) ? node.Keys : [];

    public bool IsDelegation(DomainName name) => !name.Equals(apex) && Has(name, RecordType.Ns);

    /// <summary>True if a signer signs the set: at a delegation only DS and the proof are the zone's.</summary>
    public bool IsSigned(in RRset set)
    {
        var owner = set.OwnerName;
        return !IsOccluded(owner)
            && (!IsDelegation(owner) || set.Type is RecordType.Ds or RecordType.Nsec or RecordType.Nsec3);
    }

    /// <summary>Types for a bitmap, without those of the proof itself.</summary>
    public IEnumerable<RecordType> ListTypes(DomainName name) => IsDelegation(name)
        ? TypesAt(name).Where(type => type is RecordType.Ns or RecordType.Ds)
        : TypesAt(name);

    private bool IsOccluded(DomainName name)
    {
        for (var above = name; !above.Equals(apex) && above.IsBelow(apex);)
        {
            above = above.Parent;
            if (IsDelegation(above) || Has(above, RecordType.Dname))
                return true;
        }
        return false;
    }
}

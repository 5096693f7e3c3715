using Dns;

namespace Resolverd.Demo.Zones;

/// <summary>A zone of the miniature Internet: its RRsets by name and type.</summary>
internal sealed class DemoZone
{
    private readonly Dictionary<DomainName, Dictionary<RecordType, RRset>> _nodes = [];
    private readonly HashSet<DomainName> _names = [];
    private readonly List<DomainName> _denialOwners = [];

    /// <summary>Takes in the sets of a zone, of which one is the SOA at the apex.</summary>
    public DemoZone(DomainName apex, IReadOnlyList<RRset> sets)
    {
        Apex = apex;
        Sets = sets;
        foreach (var set in sets)
            Add(set);
        _denialOwners.Sort((left, right) => left.CompareCanonical(right));
    }

    /// <summary>The name of the zone.</summary>
    public DomainName Apex { get; }

    /// <summary>All sets.</summary>
    public IReadOnlyList<RRset> Sets { get; }

    /// <summary>The set of a name and type; <see cref="RRset.IsNone"/> if there is none.</summary>
    public RRset Find(DomainName name, RecordType type) =>
        _nodes.TryGetValue(name, out var node) && node.TryGetValue(type, out var set) ? set : default;

    /// <summary>Whether a name exists, with records of its own or only with names below (RFC 4592 §2.2.2).</summary>
    public bool Exists(DomainName name) => _names.Contains(name);

    /// <summary>Whether a name below the apex is another zone's.</summary>
    public bool IsCut(DomainName name) => !name.Equals(Apex) && !Find(name, RecordType.Ns).IsNone;

    /// <summary>
    /// The NSEC record that matches a name or covers it: that of the last owner not behind it. None in a zone that is
    /// not signed.
    /// </summary>
    public RRset FindDenial(DomainName name)
    {
        var owner = _denialOwners.FindLast(candidate => candidate.CompareCanonical(name) <= 0);
        return owner is null ? default : Find(owner, RecordType.Nsec);
    }

    private void Add(RRset set)
    {
        var owner = set.OwnerName;
        if (!_nodes.TryGetValue(owner, out var node))
            _nodes.Add(owner, node = []);
        node[set.Type] = set;
        if (set.Type == RecordType.Nsec)
            _denialOwners.Add(owner);
        for (var name = owner; name.IsAtOrBelow(Apex) && _names.Add(name) && !name.IsRoot;)
            name = name.Parent;
    }
}

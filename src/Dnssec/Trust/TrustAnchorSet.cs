using Dns;

namespace Dnssec.Trust;

/// <summary>Trust anchors, at most one for each zone, found by the names below them. Immutable.</summary>
public sealed class TrustAnchorSet
{
    private readonly Dictionary<DomainName, TrustAnchor> _anchors = [];

    /// <summary>Takes anchors; two for one zone become one with the records of both.</summary>
    public TrustAnchorSet(IEnumerable<TrustAnchor> anchors)
    {
        foreach (var anchor in anchors)
            _anchors[anchor.Zone] = _anchors.TryGetValue(anchor.Zone, out var other) ? Merge(other, anchor) : anchor;
    }

    /// <summary>No anchor: nothing is secure.</summary>
    public static TrustAnchorSet Empty { get; } = new([]);

    /// <summary>The anchors, in no order.</summary>
    public IReadOnlyCollection<TrustAnchor> Anchors => _anchors.Values;

    /// <summary>The anchor of exactly this zone; null if there is none.</summary>
    public TrustAnchor? Find(DomainName zone) => _anchors.GetValueOrDefault(zone);

    /// <summary>The anchor nearest above the name or at it; null if there is none.</summary>
    public TrustAnchor? FindClosest(DomainName name)
    {
        while (true)
        {
            if (_anchors.TryGetValue(name, out var anchor) || name.IsRoot)
                return anchor;
            name = name.Parent;
        }
    }

    /// <summary>These anchors with those of one zone replaced.</summary>
    public TrustAnchorSet With(TrustAnchor anchor) =>
        new(_anchors.Values.Where(other => !other.Zone.Equals(anchor.Zone)).Append(anchor));

    private static TrustAnchor Merge(TrustAnchor left, TrustAnchor right) =>
        new(left.Zone, Merge(left.Ds, right.Ds), Merge(left.Dnskeys, right.Dnskeys));

    private static RRset Merge(RRset left, RRset right)
    {
        if (left.IsNone || right.IsNone)
            return left.IsNone ? right : left;
        var builder = new RRsetBuilder(left.OwnerName, left.Type);
        foreach (var rdata in left.Records)
            builder.Add(rdata, left.Ttl);
        foreach (var rdata in right.Records)
            builder.Add(rdata, right.Ttl);
        return builder.Build();
    }
}

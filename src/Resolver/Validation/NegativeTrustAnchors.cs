using Dns;

namespace Resolver.Validation;

/// <summary>All negative trust anchors. Immutable: setting one makes a new set.</summary>
public sealed class NegativeTrustAnchors
{
    private readonly Dictionary<DomainName, NegativeTrustAnchor> _anchors;

    /// <summary>Takes the anchors; of two for one name the last counts.</summary>
    public NegativeTrustAnchors(IEnumerable<NegativeTrustAnchor> anchors)
    {
        _anchors = [];
        foreach (var anchor in anchors)
            _anchors[anchor.Name] = anchor;
    }

    /// <summary>None.</summary>
    public static NegativeTrustAnchors None { get; } = new([]);

    /// <summary>The anchors, in no order.</summary>
    public IReadOnlyCollection<NegativeTrustAnchor> All => _anchors.Values;

    /// <summary>The anchor at the name or nearest above it that has not ended; null if there is none.</summary>
    public NegativeTrustAnchor? Find(DomainName name, UnixTime now)
    {
        if (_anchors.Count == 0)
            return null;
        while (true)
        {
            if (_anchors.TryGetValue(name, out var anchor) && !HasEnded(anchor, now))
                return anchor;
            if (name.IsRoot)
                return null;
            name = name.Parent;
        }
    }

    private static bool HasEnded(NegativeTrustAnchor anchor, UnixTime now) =>
        anchor.Until is { } until && !until.IsAfter(now);
}

using Dns;
using Resolver.Recursion.Delegations;

namespace Resolver.Recursion.Responses;

/// <summary>What a server's word is good for: the names of its zone that lie in no other trust domain.</summary>
internal sealed class ScrubScope
{
    private readonly IReadOnlyList<ConfiguredZone> _zones;

    /// <summary>Takes the zone the server was asked as, and every zone the operator configured.</summary>
    public ScrubScope(Delegation asked, IReadOnlyList<ConfiguredZone> zones)
    {
        Asked = asked;
        _zones = zones;
    }

    /// <summary>The zone, and the servers, asked.</summary>
    public Delegation Asked { get; }

    /// <summary>The bailiwick.</summary>
    public DomainName Zone => Asked.Zone;

    /// <summary>True if the servers were asked to recurse.</summary>
    public bool IsForward => Asked.IsForward;

    /// <summary>True to take glue for servers outside the bailiwick too; it is used to reach this zone alone.</summary>
    public bool TakesForeignGlue { get; init; }

    /// <summary>True for questions for DS, which belong to the parent even at the apex of a configured zone.</summary>
    public bool IsAboveCuts { get; init; }

    /// <summary>True if addresses of a server with this name may be used.</summary>
    public bool TakesGlue(ReadOnlySpan<byte> server) => TakesForeignGlue || Covers(server);

    /// <summary>True if the server may speak about the name.</summary>
    public bool Covers(ReadOnlySpan<byte> name)
    {
        if (!WireName.IsAtOrBelow(name, Zone.Wire))
            return false;
        // MaginotDNS: below a stub or forward zone nobody counts but the servers the operator named.
        ConfiguredZone? closest = null;
        foreach (var zone in _zones)
        {
            if (Contains(zone.Zone, name) && (closest is null || zone.Zone.LabelCount > closest.Zone.LabelCount))
                closest = zone;
        }
        return ReferenceEquals(closest, Asked.TrustDomain);
    }

    private bool Contains(DomainName apex, ReadOnlySpan<byte> name) =>
        IsAboveCuts && !apex.IsRoot ? WireName.IsBelow(name, apex.Wire) : WireName.IsAtOrBelow(name, apex.Wire);
}

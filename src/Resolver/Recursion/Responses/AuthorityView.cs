using Dns;

namespace Resolver.Recursion.Responses;

/// <summary>What the authority section says about a name: an SOA above it, a delegation towards it, proofs.</summary>
internal sealed class AuthorityView
{
    private readonly List<RRset> _proofs = [];

    private AuthorityView(DomainName name) => Name = name;

    /// <summary>The name at the end of the aliases.</summary>
    public DomainName Name { get; }

    /// <summary>The SOA at or above the name, in bailiwick; none if there is none.</summary>
    public RRset Soa { get; private set; }

    /// <summary>An NS set below the zone asked and at or above the name; none if there is none.</summary>
    public RRset NameServers { get; private set; }

    /// <summary>
    /// True if there are NS sets that lead up or sideways: whoever sends them does not serve the zone.
    /// </summary>
    public bool PointsElsewhere { get; private set; }

    /// <summary>The DS set beside it.</summary>
    public RRset DelegationSigner { get; private set; }

    /// <summary>NSEC and NSEC3 sets in bailiwick.</summary>
    public IReadOnlyList<RRset> Proofs => _proofs;

    /// <summary>Looks through an authority section.</summary>
    public static AuthorityView Of(ParsedResponse response, DomainName name, ScrubScope scope)
    {
        var view = new AuthorityView(name);
        foreach (var set in response.Authority)
        {
            if (scope.Covers(set.Owner))
                view.Take(set, response, scope);
            else if (set.Type == RecordType.Ns)
                view.PointsElsewhere = true;
        }
        view.TakeDelegationSigner(response);
        return view;
    }

    private void Take(RRset set, ParsedResponse response, ScrubScope scope)
    {
        switch (set.Type)
        {
            case RecordType.Soa when Soa.IsNone && WireName.IsAtOrBelow(Name.Wire, set.Owner):
                Soa = set;
                break;
            // A referral leads down, towards the name: never up, never sideways, never to the zone itself.
            case RecordType.Ns when NameServers.IsNone && !scope.IsForward
                    && WireName.IsBelow(set.Owner, scope.Zone.Wire) && WireName.IsAtOrBelow(Name.Wire, set.Owner):
                NameServers = set;
                break;
            case RecordType.Ns when !IsOfZone(set, response, scope):
                PointsElsewhere = true;
                break;
            case RecordType.Nsec or RecordType.Nsec3:
                _proofs.Add(set);
                break;
            default:
                break;
        }
    }

    // The zone's own NS set may stand beside an empty answer of the zone (RFC 2308 §2.2), not of anybody else.
    private static bool IsOfZone(RRset set, ParsedResponse response, ScrubScope scope) =>
        response.Header.IsAuthoritative && WireName.Equals(set.Owner, scope.Zone.Wire);

    private void TakeDelegationSigner(ParsedResponse response)
    {
        if (NameServers.IsNone)
            return;
        foreach (var set in response.Authority)
        {
            if (set.Type == RecordType.Ds && WireName.Equals(set.Owner, NameServers.Owner))
                DelegationSigner = set;
        }
    }
}

using Dns;
using Resolver.Ports;
using Resolver.Recursion.Responses;

namespace Resolver.Recursion.Delegations;

/// <summary>Makes a delegation out of a referral that has been scrubbed.</summary>
internal static class ReferralReader
{
    /// <summary>Reads the servers and their glue.</summary>
    public static Delegation Read(
        ScrubbedResponse referral, Delegation asked, ServerAddress server, RecursionOptions options, Instant now)
    {
        Invariant.Require(referral.Kind == ResponseKind.Referral);
        var zone = referral.NameServers.OwnerName;
        var bailiwick = options.UsesStrictGlue ? asked.Zone : DomainName.Root;
        var servers = ServersOf(referral.NameServers, referral.Glue, bailiwick);
        return new()
        {
            Zone = zone,
            Origin = DelegationOrigin.Referral,
            Servers = servers,
            LearntAt = now,
            ExpiresAt = now.Plus(Life(referral.NameServers.Ttl)),
            Referrer = asked.Zone,
            ReferrerServer = server,
            DelegationSigner = referral.DelegationSigner,
            Proofs = referral.Proofs,
            ParentZone = asked.Origin == DelegationOrigin.Referral ? asked.Zone : null,
            ParentLineage = asked.Origin == DelegationOrigin.Referral ? asked.Lineage : null,
            TrustDomain = asked.TrustDomain,
        };
    }

    /// <summary>The servers an NS set names, each with the glue of its own that lies in the bailiwick.</summary>
    public static List<NameServer> ServersOf(RRset nameServers, IReadOnlyList<RRset> glue, DomainName bailiwick)
    {
        var servers = new List<NameServer>();
        foreach (var rdata in nameServers.Records)
        {
            if (servers.Count == Delegation.MaxServers)
                break;
            var name = DomainName.FromWire(rdata);
            servers.Add(new(name, AddressesOf(name, glue, bailiwick)));
        }
        return servers;
    }

    /// <summary>How long a delegation may be believed.</summary>
    public static Ttl Life(Ttl ttl) => ttl.Clamp(DelegationStore.ShortestLife, DelegationStore.LongestLife);

    private static List<HostAddress> AddressesOf(DomainName name, IReadOnlyList<RRset> glue, DomainName bailiwick)
    {
        var addresses = new List<HostAddress>();
        if (!name.IsAtOrBelow(bailiwick))
            return addresses;
        foreach (var set in glue)
        {
            if (!WireName.Equals(set.Owner, name.Wire))
                continue;
            foreach (var rdata in set.Records)
            {
                if (HostAddress.TryFromOctets(rdata, out var address))
                    addresses.Add(address);
            }
        }
        return addresses;
    }
}

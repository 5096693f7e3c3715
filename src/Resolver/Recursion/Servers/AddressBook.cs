using Dns;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion.Delegations;

namespace Resolver.Recursion.Servers;

/// <summary>Finds the addresses that are known for a delegation's servers: glue, and what the cache has.</summary>
internal sealed class AddressBook(
    RRsetCache cache, DelegationStore store, AddressPolicy policy, RecursionOptions options, Clock clock)
{
    private readonly CacheArena _arena = new();
    private readonly AliasChain _chain = new();

    /// <summary>The servers whose addresses the operator gave.</summary>
    public IEnumerable<ServerAddress> Configured(Delegation delegation) =>
        delegation.Addresses.Where(address => policy.AllowsConfigured(address.Host));

    /// <summary>
    /// The addresses known for one server; none if it must be looked up, or may not be asked. They are confirmed if
    /// the cache has them, and not merely somebody's glue.
    /// </summary>
    public List<ServerAddress> Known(NameServer server, Delegation delegation, out bool isConfirmed)
    {
        var addresses = new List<ServerAddress>();
        foreach (var address in Cached(server.Name))
            Add(addresses, address, delegation);
        isConfirmed = addresses.Count > 0;
        foreach (var address in server.Glue)
            Add(addresses, address, delegation);
        if (addresses.Count > 0)
            return addresses;
        foreach (var address in Lent(server.Name))
            Add(addresses, address, delegation);
        return addresses;
    }

    /// <summary>
    /// The glue of a server that serves its own zone too: what is good for reaching it there is good here as well.
    /// </summary>
    public IReadOnlyList<HostAddress> Lent(DomainName name)
    {
        var zone = store.FindClosest(name.Wire, clock.Now.Monotonic);
        while (zone is not null)
        {
            if (zone.Servers.FirstOrDefault(server => server.Name.Equals(name)) is { Glue.Count: > 0 } server)
                return server.Glue;
            if (zone.Zone.IsRoot)
                return [];
            zone = store.FindClosest(zone.Zone.Parent.Wire, clock.Now.Monotonic);
        }
        return [];
    }

    /// <summary>The address types worth looking up, the one to begin with first.</summary>
    public IEnumerable<RecordType> LookupTypes()
    {
        if (options.UsesIPv4)
            yield return RecordType.A;
        if (options.UsesIPv6)
            yield return RecordType.Aaaa;
    }

    /// <summary>Adds an address as a server of the delegation, if it may be asked and is not there yet.</summary>
    public void Add(List<ServerAddress> addresses, HostAddress host, Delegation delegation)
    {
        // What the operator configured may lead to the operator's own network; the public tree may not.
        var isAllowed = delegation.TrustDomain is not null || delegation.Origin == DelegationOrigin.Hints
            ? policy.AllowsConfigured(host)
            : policy.AllowsPublic(host);
        var address = new ServerAddress(host, options.ServerPort);
        if (isAllowed && !addresses.Contains(address))
            addresses.Add(address);
    }

    private List<HostAddress> Cached(DomainName name)
    {
        var addresses = new List<HostAddress>();
        foreach (var type in LookupTypes())
        {
            _arena.Reset();
            // RFC 2181 §10.3: a server's name should not be an alias. It happens, and it can be followed.
            _chain.Restart(name.Wire);
            if (!cache.TryWalk(_chain, type, clock.Now, _arena, out var hit) || !hit.IsData)
                continue;
            foreach (var rdata in hit.Data.Set.Records)
            {
                if (HostAddress.TryFromOctets(rdata, out var address) && addresses.Count < 2 * NameServer.MaxGlue)
                    addresses.Add(address);
            }
        }
        return addresses;
    }
}

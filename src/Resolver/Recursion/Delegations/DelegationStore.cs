using Dns;
using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Delegations;

/// <summary>
/// Which servers serve which zone, by the word of each zone's parent. Bounded; the least recently used zone is
/// forgotten first. Belongs to one worker.
/// </summary>
internal sealed class DelegationStore
{
    /// <summary>Zones remembered: about a kilobyte each, and enough for the working set of a large network.</summary>
    public static readonly Limit Capacity = new(10_000, 100, 1_000_000);

    /// <summary>The shortest life of a delegation.</summary>
    // Our decision, as BIND's: a TTL of 0 on NS records must not send every query back to the parent.
    public static readonly Ttl ShortestLife = new(60);

    /// <summary>The longest life of a delegation.</summary>
    // The same day as all other data: a zone that moved is found after a day at the latest.
    public static readonly Ttl LongestLife = new(86_400);

    private readonly int _capacity;
    private readonly Dictionary<DomainName, LinkedListNode<Delegation>> _zones;
    private readonly Dictionary<DomainName, LinkedListNode<Delegation>>.AlternateLookup<ReadOnlySpan<byte>> _byWire;
    private readonly LinkedList<Delegation> _byUse = new();

    /// <summary>Makes an empty store.</summary>
    public DelegationStore(DomainNameComparer comparer, int capacity)
    {
        _capacity = Capacity.Clamp(capacity);
        _zones = new(comparer);
        _byWire = _zones.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Zones in the store.</summary>
    public int Count => _zones.Count;

    /// <summary>
    /// The deepest zone at or above the name whose delegation stands: it has not expired, and every zone it was
    /// learnt through is still served by those it was learnt from.
    /// </summary>
    public Delegation? FindClosest(ReadOnlySpan<byte> name, Instant now)
    {
        while (true)
        {
            if (_byWire.TryGetValue(name, out var node) && Stands(node, now))
                return node.Value;
            if (name.Length == 1)
                return null;
            name = WireName.Parent(name);
        }
    }

    /// <summary>The delegation of this very zone, if it stands.</summary>
    public Delegation? Find(DomainName zone, Instant now) =>
        _zones.TryGetValue(zone, out var node) && Stands(node, now) ? _zones[zone].Value : null;

    /// <summary>Remembers a delegation; the same servers again keep what was learnt from them.</summary>
    public Delegation Add(Delegation delegation)
    {
        if (_zones.Remove(delegation.Zone, out var present))
        {
            _byUse.Remove(present);
            if (present.Value.HasSameServers(delegation))
                delegation = delegation with { Lineage = present.Value.Lineage };
        }
        _zones.Add(delegation.Zone, _byUse.AddFirst(delegation));
        while (_zones.Count > _capacity)
        {
            _zones.Remove(_byUse.Last!.Value.Zone);
            _byUse.RemoveLast();
        }
        return delegation;
    }

    /// <summary>Lets a delegation end now; the same servers again take up where it ended.</summary>
    public void Expire(DomainName zone, Instant now)
    {
        if (_zones.TryGetValue(zone, out var node))
            node.Value = node.Value with { ExpiresAt = now };
    }

    // Ghost domains (CVE-2012-1192, CVE-2022-30698): a delegation is good only through the delegations above it,
    // so a zone that its parent has let go cannot live on through names below it.
    private bool Stands(LinkedListNode<Delegation> node, Instant now)
    {
        for (var steps = 0; steps <= WireName.MaxLabels; steps++)
        {
            var delegation = node.Value;
            if (!delegation.ExpiresAt.IsAfter(now))
                return false;
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            if (delegation.ParentZone is not { } parent)
                return true;
            if (!_zones.TryGetValue(parent, out node!) || node.Value.Lineage != delegation.ParentLineage)
                return false;
        }
        return false;
    }
}

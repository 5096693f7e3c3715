using System.Globalization;
using Dns;
using Resolver.Ports;
using Simulation.Authorities;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Net;
using Simulation.Zones;

namespace Simulation.Worlds;

/// <summary>
/// A small tree of zones for a test: each zone on a server of its own, delegations and glue put into the zone above
/// unless the test wrote its own, the root made last.
/// </summary>
public sealed class NameTree
{
    /// <summary>The one root server.</summary>
    public static readonly HostAddress RootAddress = HostAddress.Parse("198.41.0.4");

    private readonly SimulatedNetwork _network;
    private readonly Chance _chance;
    private readonly SortedDictionary<DomainName, (AuthoritativeServer Server, string Text)> _zones =
        new(Comparer<DomainName>.Create((left, right) => left.CompareCanonical(right)));
    private readonly Dictionary<DomainName, HostAddress> _addresses = [];
    private int _nextAddress = 1;

    /// <summary>Makes a tree that has only a root.</summary>
    public NameTree(SimulatedNetwork network, Chance chance)
    {
        _network = network;
        _chance = chance;
        Serve(DomainName.Root, "@ 518400 NS a.root-servers.net.\na.root-servers.net. 518400 A 198.41.0.4\n");
    }

    /// <summary>Serves a zone, or changes its records.</summary>
    public AuthoritativeServer Serve(DomainName apex, string text)
    {
        if (!_zones.TryGetValue(apex, out var entry))
        {
            entry.Server = new(NameServerOf(apex), _chance.Fork(apex.ToString()));
            _addresses[apex] = apex.IsRoot ? RootAddress : NextAddress();
            _network.Attach(_addresses[apex], entry.Server.Handle);
        }
        _zones[apex] = (entry.Server, text);
        Rebuild();
        return entry.Server;
    }

    /// <summary>The server of a zone.</summary>
    public AuthoritativeServer ServerOf(DomainName apex) => _zones[apex].Server;

    /// <summary>The address of the server of a zone.</summary>
    public HostAddress AddressOf(DomainName apex) => _addresses[apex];

    /// <summary>The zones as they are served, delegations included.</summary>
    public IEnumerable<ZoneContent> Zones => _zones.Values.SelectMany(entry => entry.Server.Zones);

    private static DomainName NameServerOf(DomainName apex) =>
        DomainName.Parse(apex.IsRoot ? "a.root-servers.net." : "ns." + apex);

    private HostAddress NextAddress()
    {
        var number = _nextAddress++;
        return HostAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"20.0.{number / 256}.{number % 256}"));
    }

    private void Rebuild()
    {
        foreach (var (apex, (server, text)) in _zones)
        {
            var zone = ZoneContent.Parse(apex, text);
            List<WireRecord> records = [.. zone.Records];
            if (zone.Find(apex, RecordType.Ns).Count == 0)
                AddServer(records, apex, apex);
            foreach (var child in _zones.Keys.Where(child => child.IsBelow(apex) && ParentOf(child).Equals(apex)))
            {
                if (zone.FindCut(child) is null)
                    AddServer(records, child, apex);
            }
            server.Serve(ZoneContent.Of(apex, records));
        }
    }

    private void AddServer(List<WireRecord> records, DomainName apex, DomainName into)
    {
        var name = NameServerOf(apex);
        records.Add(new(apex, RecordType.Ns, RecordClass.In, 3600, name.Wire.ToArray()));
        var address = new byte[4];
        _addresses[apex].Write(address);
        if (name.IsAtOrBelow(into) && !records.Any(record => record.Owner.Equals(name) && record.Type == RecordType.A))
            records.Add(new(name, RecordType.A, RecordClass.In, 3600, address));
    }

    private DomainName ParentOf(DomainName apex)
    {
        var parent = apex.Parent;
        while (!_zones.ContainsKey(parent))
            parent = parent.Parent;
        return parent;
    }
}

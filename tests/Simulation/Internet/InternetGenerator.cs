using System.Globalization;
using Dns;
using Resolver.Ports;
using Simulation.Authorities;
using Simulation.Luck;
using Simulation.Messages;

namespace Simulation.Internet;

/// <summary>
/// Grows a tree of zones: machines, delegations with and without glue, some of them lame, cyclic or leading nowhere,
/// and names with data, aliases, wildcards and DNAMEs.
/// </summary>
public sealed class InternetGenerator
{
    private readonly World _world;
    private readonly Chance _chance;
    private readonly InternetPlan _plan;
    private readonly SimulatedInternet _internet;
    private readonly ZoneFiller _filler;
    private int _nextMachine = 1;

    private InternetGenerator(World world, Chance chance, InternetPlan plan)
    {
        _world = world;
        _chance = chance;
        _plan = plan;
        _internet = new(world);
        _filler = new(chance.Fork("names"), plan);
    }

    /// <summary>Grows an Internet and publishes it.</summary>
    public static SimulatedInternet Grow(World world, Chance chance, InternetPlan plan)
    {
        var generator = new InternetGenerator(world, chance, plan);
        generator.GrowZones();
        generator._filler.Fill(generator._internet);
        generator._internet.Publish();
        return generator._internet;
    }

    private void GrowZones()
    {
        _world.Network.Detach(Worlds.NameTree.RootAddress);
        var root = AddZone(DomainName.Root, null);
        AddOwnServers(root, _chance.Between(1, 3));
        for (var i = 0; i < _plan.TopLevelZones; i++)
            AddOwnServers(AddZone(DomainName.Parse(string.Create(CultureInfo.InvariantCulture, $"tld{i}.")), root),
                _chance.Between(1, 3));
        for (var i = _internet.Zones.Count; i < _plan.Zones; i++)
            GrowZone(i);
    }

    private void GrowZone(int number)
    {
        var parent = _internet.Zones[_chance.Between(1, _internet.Zones.Count - 1)];
        if (parent.Apex.LabelCount > 4)
            parent = _internet.Zones[1];
        var label = string.Create(CultureInfo.InvariantCulture, $"z{number}.");
        // A cut two labels below its parent leaves an empty name between them.
        if (_chance.Happens(15))
            label += "deep.";
        var zone = AddZone(DomainName.Parse(label + (parent.Apex.IsRoot ? "" : parent.Apex.ToString())), parent);
        if (_chance.Happens(_plan.BrokenPercent))
            AddBrokenDelegation(zone);
        else if (_chance.Happens(_plan.GluelessPercent))
            AddForeignServers(zone);
        else
            AddOwnServers(zone, _chance.Between(1, 3));
        if (_chance.Happens(_plan.MismatchPercent) && zone.ApexServers.Count > 1)
            zone.ApexServers.RemoveAt(_chance.Below(zone.ApexServers.Count));
    }

    private InternetZone AddZone(DomainName apex, InternetZone? parent)
    {
        var zone = new InternetZone(apex, parent) { NegativeTtl = _chance.Pick(Ttls.Data) };
        _internet.Zones.Add(zone);
        return zone;
    }

    /// <summary>Servers inside the zone, with glue.</summary>
    private void AddOwnServers(InternetZone zone, int count)
    {
        var ttl = _chance.Pick(Ttls.Servers);
        for (var i = 0; i < count; i++)
        {
            var host = AddHost(Below(zone, string.Create(CultureInfo.InvariantCulture, $"ns{i}")));
            AddServer(zone, host.Name, ttl);
            foreach (var address in host.Addresses)
            {
                var record = SimulatedInternet.AddressRecord(host.Name, address, ttl);
                zone.Records.Add(record);
                zone.Glue.Add(record);
            }
            // The first server of a zone always has it, so that only broken zones are hopeless by design.
            if (i == 0 || !_chance.Happens(_plan.LamePercent))
                zone.Hosts.Add(host);
        }
    }

    /// <summary>Servers of other zones, which a resolver must look up first.</summary>
    private void AddForeignServers(InternetZone zone)
    {
        var candidates = _internet.Zones.Where(other => other.Hosts.Exists(host => host.Name.IsAtOrBelow(other.Apex))
            && !other.Apex.IsAtOrBelow(zone.Apex)).ToList();
        var ttl = _chance.Pick(Ttls.Servers);
        for (var i = _chance.Between(1, 2); i > 0; i--)
        {
            var other = _chance.Pick(candidates);
            var host = _chance.Pick(other.Hosts.Where(host => host.Name.IsAtOrBelow(other.Apex)).ToList());
            if (zone.Hosts.Contains(host))
                continue;
            AddServer(zone, host.Name, ttl);
            zone.Hosts.Add(host);
        }
    }

    private void AddBrokenDelegation(InternetZone zone)
    {
        switch (_chance.Below(6))
        {
            case 0:
                // Glue is missing although only the zone itself could tell the address.
                AddOwnServers(zone, 1);
                zone.Glue.Clear();
                break;
            case 1:
                // Two zones whose servers are in each other.
                AddServer(zone, DomainName.Parse("ns." + Sibling(zone, "cycle")), 60);
                var twin = AddZone(Sibling(zone, "cycle"), zone.Parent);
                AddServer(twin, Below(zone, "ns"), 60);
                break;
            case 2:
                AddServer(zone, DomainName.Parse("ns.nowhere."), 60);
                break;
            case 3:
                // The server's name is an alias (RFC 2181 §10.3 forbids it).
                var alias = Sibling(zone, "alias");
                AddServer(zone, alias, 60);
                zone.Parent!.Records.Add(new(
                    alias, RecordType.Cname, RecordClass.In, 60, _internet.Zones[0].Hosts[0].Name.Wire.ToArray()));
                break;
            case 4:
                // Addresses that must never be asked.
                var name = Below(zone, "ns");
                AddServer(zone, name, 60);
                foreach (var text in new[] { "127.0.0.1", "10.1.2.3", "0.0.0.0" })
                    zone.Glue.Add(SimulatedInternet.AddressRecord(name, HostAddress.Parse(text), 60));
                break;
            default:
                // A server that exists and has never heard of the zone.
                AddServer(zone, _internet.Zones[1].Hosts[0].Name, 60);
                break;
        }
    }

    private DomainName Sibling(InternetZone zone, string label) => Below(zone.Parent!,
        string.Create(CultureInfo.InvariantCulture, $"{label}{_internet.Zones.IndexOf(zone)}"));

    private void AddServer(InternetZone zone, DomainName name, uint ttl)
    {
        var record = new WireRecord(zone.Apex, RecordType.Ns, RecordClass.In, ttl, name.Wire.ToArray());
        zone.Delegation.Add(record);
        zone.ApexServers.Add(record);
    }

    private NameServerHost AddHost(DomainName name)
    {
        var host = new NameServerHost(name, new AuthoritativeServer(name, _chance.Fork(name.ToString())));
        var number = _nextMachine++;
        host.Addresses.Add(HostAddress.Parse(string.Create(CultureInfo.InvariantCulture,
            $"21.0.{number / 250}.{number % 250 + 1}")));
        if (_chance.Happens(_plan.IPv6Percent))
            host.Addresses.Add(HostAddress.Parse(string.Create(CultureInfo.InvariantCulture, $"2a0f::{number:x}")));
        foreach (var address in host.Addresses)
            _world.Network.Attach(address, host.Server.Handle);
        _internet.Hosts.Add(host);
        return host;
    }

    private static DomainName Below(InternetZone zone, string label) =>
        DomainName.Parse(zone.Apex.IsRoot ? label + "." : label + "." + zone.Apex);
}

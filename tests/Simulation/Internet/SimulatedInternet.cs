using System.Buffers.Binary;
using Dns;
using Resolver.Ports;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Internet;

/// <summary>All zones, the machines that serve them, and what every zone said at every time.</summary>
public sealed class SimulatedInternet(World world)
{
    private readonly List<ZoneSet> _history = [];

    /// <summary>The zones, parents before children.</summary>
    public List<InternetZone> Zones { get; } = [];

    /// <summary>The machines.</summary>
    public List<NameServerHost> Hosts { get; } = [];

    /// <summary>Root servers by name and address, for the resolver's hints.</summary>
    public IEnumerable<NameServerHost> RootServers => Zones[0].Hosts;

    /// <summary>Every version of the whole, oldest first.</summary>
    public IReadOnlyList<ZoneSet> History => _history;

    /// <summary>What is true now.</summary>
    public ZoneSet Present => _history[^1];

    /// <summary>Puts zones as they are now onto their servers and remembers them as the truth from now on.</summary>
    public void Publish()
    {
        Dictionary<DomainName, ZoneContent> contents = [];
        foreach (var zone in Zones)
        {
            var content = ContentOf(zone);
            contents[zone.Apex] = content;
            foreach (var host in zone.Hosts)
                host.Server.Serve(content);
        }
        _history.Add(new(world.Time.Now, contents));
    }

    /// <summary>The versions that held at some time since then.</summary>
    public IEnumerable<ZoneSet> Since(long time)
    {
        for (var i = _history.Count - 1; i >= 0; i--)
        {
            yield return _history[i];
            if (_history[i].Since <= time)
                yield break;
        }
    }

    /// <summary>An address record for a host.</summary>
    public static WireRecord AddressRecord(DomainName owner, HostAddress address, uint ttl)
    {
        var rdata = new byte[address.OctetLength];
        address.Write(rdata);
        return new(owner, address.IsIPv6 ? RecordType.Aaaa : RecordType.A, RecordClass.In, ttl, rdata);
    }

    private ZoneContent ContentOf(InternetZone zone)
    {
        var children = Zones.Where(child => child.Parent == zone);
        var soaTail = new byte[20];
        BinaryPrimitives.WriteUInt32BigEndian(soaTail, zone.Serial);
        BinaryPrimitives.WriteUInt32BigEndian(soaTail.AsSpan(16), zone.NegativeTtl);
        var soa = new WireRecord(zone.Apex, RecordType.Soa, RecordClass.In, zone.NegativeTtl,
            [.. zone.Apex.Wire, .. zone.Apex.Wire, .. soaTail]);
        return ZoneContent.Of(zone.Apex,
        [
            soa, .. zone.ApexServers, .. zone.Records, .. children.SelectMany(child => child.Delegation),
            .. children.SelectMany(child => child.Glue).DistinctBy(record => record.Key),
        ]);
    }
}

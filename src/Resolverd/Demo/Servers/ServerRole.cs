using System.Collections.Immutable;
using Dns;
using Resolver.Ports;
using Resolverd.Demo.Zones;

namespace Resolverd.Demo.Servers;

/// <summary>What a server of the miniature Internet is: all of it follows from the zones that name it.</summary>
/// <param name="Name">The name that NS records have for it.</param>
/// <param name="Host">Its address.</param>
/// <param name="Zones">The zones it is named for.</param>
internal sealed record ServerRole(DomainName Name, HostAddress Host, ImmutableArray<DemoZone> Zones)
{
    /// <summary>How it behaves, which its first label says.</summary>
    public ServerManner Manner =>
        Name.Wire[1..].StartsWith("lame"u8) ? ServerManner.Lame
        : Name.Wire[1..].StartsWith("slow"u8) ? ServerManner.Slow
        : ServerManner.Prompt;

    /// <summary>The servers that the zones' own NS records name, in the order of their addresses.</summary>
    public static ImmutableArray<ServerRole> From(IReadOnlyList<DemoZone> zones)
    {
        var named = zones.SelectMany(zone => ServersOf(zone).Select(name => (Name: name, Zone: zone)));
        return
        [
            .. named.GroupBy(pair => pair.Name, pair => pair.Zone)
                .Select(group => new ServerRole(group.Key, AddressOf(group.Key, zones), [.. group]))
                .OrderBy(role => Order(role.Host)),
        ];
    }

    private static List<DomainName> ServersOf(DemoZone zone)
    {
        var names = new List<DomainName>();
        foreach (var rdata in zone.Find(zone.Apex, RecordType.Ns).Records)
            names.Add(DomainName.FromWire(rdata));
        return names;
    }

    private static HostAddress AddressOf(DomainName name, IReadOnlyList<DemoZone> zones)
    {
        var set = zones.Select(zone => zone.Find(name, RecordType.A)).First(found => !found.IsNone);
        return HostAddress.TryFromOctets(set.FirstRecord, out var address)
            ? address
            : throw new FormatException($"{name} has no IPv4 address");
    }

    private static uint Order(HostAddress host) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(host.ToIPAddress().GetAddressBytes());
}

using Dns;
using Resolver.Policy;
using Resolver.Ports;
using Resolverd.Configuration.Model;
using LocalZone = Resolver.Policy.LocalZone;

namespace Resolverd.Wiring;

/// <summary>
/// The operator's hosts as zones of one name each: their addresses, and the way back from each address.
/// </summary>
internal static class StaticHosts
{
    /// <summary>The zones for the hosts and for the reverse names of their addresses.</summary>
    public static IEnumerable<LocalZone> Build(IEnumerable<StaticHost> hosts, DomainNameComparer names)
    {
        var zones = new Dictionary<DomainName, LocalZoneBuilder>();
        foreach (var host in hosts)
        {
            foreach (var address in host.Addresses)
            {
                ZoneOf(zones, host.Name, names).Address(host.Name, address);
                var reverse = ReverseNameOf(address);
                ZoneOf(zones, reverse, names).Add(reverse, RecordType.Ptr, host.Name.Wire);
            }
        }
        return zones.Values.Select(zone => zone.Build());
    }

    private static LocalZoneBuilder ZoneOf(
        Dictionary<DomainName, LocalZoneBuilder> zones, DomainName apex, DomainNameComparer names)
    {
        if (!zones.TryGetValue(apex, out var zone))
            zones[apex] = zone = new(apex, names);
        return zone;
    }

    // RFC 1035 §3.5, RFC 3596 §2.5: octets or nibbles, last first, below in-addr.arpa or ip6.arpa.
    private static DomainName ReverseNameOf(HostAddress address)
    {
        Span<byte> octets = stackalloc byte[16];
        octets = octets[..address.Write(octets)];
        octets.Reverse();
        var labels = new List<string>();
        foreach (var octet in octets)
        {
            if (address.IsIPv6)
                labels.AddRange([$"{octet & 0xf:x}", $"{octet >> 4:x}"]);
            else
                labels.Add($"{octet}");
        }
        return DomainName.Parse(string.Join('.', labels) + (address.IsIPv6 ? ".ip6.arpa." : ".in-addr.arpa."));
    }
}

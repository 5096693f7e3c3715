using System.Globalization;
using Dns;

namespace Resolver.Policy;

/// <summary>
/// Names with a meaning of their own that no server on the Internet answers for: special-use names and locally
/// served zones of the IANA registries. Asking for them outside would leak and fail.
/// </summary>
public static class SpecialUseNames
{
    // RFC 6303 §4, RFC 7793 §2: reverse zones of addresses that mean something else on each network.
    private static readonly string[] ReverseZones =
    [
        "10.in-addr.arpa.", "168.192.in-addr.arpa.", "0.in-addr.arpa.", "254.169.in-addr.arpa.",
        "2.0.192.in-addr.arpa.", "100.51.198.in-addr.arpa.", "113.0.203.in-addr.arpa.",
        "255.255.255.255.in-addr.arpa.",
        "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa.",
        "d.f.ip6.arpa.", "8.e.f.ip6.arpa.", "9.e.f.ip6.arpa.", "a.e.f.ip6.arpa.", "b.e.f.ip6.arpa.",
        "8.b.d.0.1.0.0.2.ip6.arpa.",
    ];

    // RFC 6761 §6.2, §6.4, RFC 7686 §2, RFC 6762 §22.1, RFC 9476 §2, RFC 9031 §13.4, RFC 9665 §10.1: these do not
    // exist in the public DNS. RFC 9140 adds one of its own; "internal" was set aside by ICANN in 2024.
    private static readonly string[] EmptyZones =
    [
        "invalid.", "test.", "onion.", "local.", "alt.", "internal.", "6tisch.arpa.", "eap-noob.arpa.", "eap.arpa.",
        "service.arpa.", "resolver.arpa.",
    ];

    private const string LocalhostV6Reverse =
        "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa.";

    /// <summary>All of them as zones, but for the apexes the operator wants resolved as any name.</summary>
    public static IEnumerable<LocalZone> Build(DomainNameComparer comparer, IReadOnlySet<DomainName> exempt) =>
        BuildAll(comparer).Where(zone => !exempt.Contains(zone.Apex));

    private static IEnumerable<LocalZone> BuildAll(DomainNameComparer comparer)
    {
        foreach (var apex in EmptyZones.Concat(ReverseZones).Concat(PrivateBlocks()))
            yield return new LocalZoneBuilder(apex, comparer).Build();
        // RFC 8375 §4: the DS of home.arpa, which proves it unsigned, comes from the parent.
        yield return new LocalZoneBuilder("home.arpa.", comparer).Build(LocalZoneOptions.LeavesApexDsAlone);
        yield return new LocalZoneBuilder("localhost.", comparer)
            .Address("localhost.", "127.0.0.1")
            .Address("localhost.", "::1")
            .Build(LocalZoneOptions.ApexAnswersBelow);
        yield return new LocalZoneBuilder("127.in-addr.arpa.", comparer)
            .Pointer("1.0.0.127.in-addr.arpa.", "localhost.")
            .Build();
        yield return new LocalZoneBuilder(LocalhostV6Reverse, comparer)
            .Pointer(LocalhostV6Reverse, "localhost.")
            .Build();
        // RFC 8880 §7.1: the addresses are fixed and answered here.
        yield return new LocalZoneBuilder("ipv4only.arpa.", comparer)
            .Address("ipv4only.arpa.", "192.0.0.170")
            .Address("ipv4only.arpa.", "192.0.0.171")
            .Build();
        foreach (var host in new[] { "170", "171" })
        {
            var reverse = host + ".0.0.192.in-addr.arpa.";
            yield return new LocalZoneBuilder(reverse, comparer).Pointer(reverse, "ipv4only.arpa.").Build();
        }
    }

    private static IEnumerable<string> PrivateBlocks()
    {
        for (var octet = 16; octet <= 31; octet++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{octet}.172.in-addr.arpa.");
        for (var octet = 64; octet <= 127; octet++)
            yield return string.Create(CultureInfo.InvariantCulture, $"{octet}.100.in-addr.arpa.");
    }
}

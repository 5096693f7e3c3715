using System.Net.NetworkInformation;
using Resolver.Ports;

namespace Resolverd.Wiring;

/// <summary>
/// The machine's own addresses in the place of 0.0.0.0 and [::]. A datagram's answer must leave from the address that
/// was asked, and a socket of its own for each address sees to that. Addresses that come later are not served.
/// </summary>
internal static class LocalAddresses
{
    private static readonly HostAddress AnyIPv4 = HostAddress.Parse("0.0.0.0");
    private static readonly HostAddress AnyIPv6 = HostAddress.Parse("::");
    private static readonly HostNetwork LinkLocal = HostNetwork.Parse("fe80::/10");

    /// <summary>The address itself, or every address of its family that the machine has, on the same port.</summary>
    public static IEnumerable<ServerAddress> Expand(ServerAddress address)
    {
        if (address.Host != AnyIPv4 && address.Host != AnyIPv6)
            return [address];
        return NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => HostAddress.From(unicast.Address))
            .Where(host => host.IsIPv6 == address.Host.IsIPv6 && !LinkLocal.Contains(host))
            .Distinct()
            .Select(host => address with { Host = host });
    }
}

using Resolverd.Configuration.Values;
using Resolver.Ports;
using Resolverd.Configuration.Model;

namespace Resolverd.Configuration.Reading;

/// <summary>Decides whether a configuration would serve the Internet at large.</summary>
internal static class OpenResolverRule
{
    /// <summary>
    /// An allow list is open from a quarter of the addresses on. Nobody's own networks are that large, and a list that
    /// spells the Internet in halves or quarters does not slip through.
    /// </summary>
    public const int OpenShare = 4;

    // RFC 4291 §2.4, RFC 3513 §4: global unicast addresses are allocated from 2000::/3.
    private const int GlobalUnicastBits = 125;

    /// <summary>Whether an address beyond loopback is listened on and much of the Internet may ask.</summary>
    public static bool IsOpen(ListenSettings listen, AccessSettings access)
    {
        var isReachable = listen.Udp.Concat(listen.Tcp).Any(address => !IsLoopback(address.Host));
        return isReachable && (IsOpen(access.Allow, IsIPv4, 32) || IsOpen(access.Allow, IsIPv6, GlobalUnicastBits));
    }

    private static bool IsIPv4(HostNetwork network) => !network.Address.IsIPv6;

    private static bool IsIPv6(HostNetwork network) => network.Address.IsIPv6;

    private static bool IsOpen(ValueList<HostNetwork> allow, Func<HostNetwork, bool> isOfFamily, int bits)
    {
        var networks = allow.Where(isOfFamily).Distinct().ToArray();
        var allowed = UInt128.Zero;
        foreach (var network in networks)
        {
            var isInside = networks.Any(other => other != network && other.PrefixLength < network.PrefixLength
                && other.Contains(network.Address));
            if (!isInside)
                allowed += UInt128.One << Math.Min(network.Address.BitLength - network.PrefixLength, bits);
        }

        return allowed >= (UInt128.One << bits) / OpenShare;
    }

    private static bool IsLoopback(HostAddress address) => System.Net.IPAddress.IsLoopback(address.ToIPAddress());
}

using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>Which addresses may be asked, and on whose word.</summary>
internal sealed class AddressPolicy
{
    // Addresses that no public server can have: IANA special-purpose registries (RFC 6890), multicast, and IPv6 forms
    // that embed IPv4 addresses and would get round the list (all of ::/80).
    private static readonly HostNetwork[] s_notPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.168.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
            "::/80", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => HostNetwork.Parse(text)),
    ];

    private readonly RecursionOptions _options;

    /// <summary>Takes the operator's networks out of the options.</summary>
    public AddressPolicy(RecursionOptions options) => _options = options;

    /// <summary>True if an address that the operator gave may be asked.</summary>
    public bool AllowsConfigured(HostAddress address) =>
        (address.IsIPv6 ? _options.UsesIPv6 : _options.UsesIPv4) && !IsIn(_options.DoNotQuery, address);

    /// <summary>True if an address that some zone gave may be asked.</summary>
    // A name in the public tree could otherwise aim the resolver at machines only it can reach.
    public bool AllowsPublic(HostAddress address) =>
        AllowsConfigured(address) && (!IsIn(s_notPublic, address) || IsIn(_options.PrivateServers, address));

    private static bool IsIn(IReadOnlyList<HostNetwork> networks, HostAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
                return true;
        }
        return false;
    }
}

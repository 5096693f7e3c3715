using System.Text.Json.Nodes;
using Resolver.Ports;

namespace Resolverd.Configuration.Values;

/// <summary>An IP address, of one family where only one makes sense.</summary>
internal sealed class AddressKind(AddressUse use) : ScalarKind<HostAddress>
{
    /// <inheritdoc/>
    public override string TypeName => "address";

    /// <inheritdoc/>
    public override string Allowed => use switch
    {
        AddressUse.IPv4Only => "an IPv4 address",
        AddressUse.IPv6Only => "an IPv6 address",
        _ => "an IP address",
    };

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out HostAddress value, out string? hint) =>
        Addresses.TryParseAddress(text, out value, out hint)
        && use switch
        {
            AddressUse.IPv4Only => !value.IsIPv6,
            AddressUse.IPv6Only => value.IsIPv6,
            _ => true,
        };

    /// <inheritdoc/>
    protected override string Format(HostAddress value) => value.ToString();
}

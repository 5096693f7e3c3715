using System.Text.Json.Nodes;
using Resolver.Ports;

namespace Resolverd.Configuration.Values;

/// <summary>An IPv6 prefix that can carry an IPv4 address.</summary>
internal sealed class Dns64PrefixKind : ScalarKind<HostNetwork>
{
    /// <inheritdoc/>
    public override string TypeName => "network";

    /// <inheritdoc/>
    public override string Allowed => "an IPv6 prefix of length 32, 40, 48, 56, 64 or 96, such as 64:ff9b::/96";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string" };

    // RFC 6052 §2.2: the prefix is of one of six lengths, and bits 64 to 71 are zero.
    /// <inheritdoc/>
    protected override bool TryParse(string text, out HostNetwork value, out string? hint) =>
        Addresses.TryParseNetwork(text, out value, out hint)
        && value.Address.IsIPv6
        && value.PrefixLength is (32 or 40 or 48 or 56 or 64 or 96)
        && HasZeroReservedOctet(value.Address);

    /// <inheritdoc/>
    protected override string Format(HostNetwork value) => value.ToString();

    private static bool HasZeroReservedOctet(HostAddress address)
    {
        Span<byte> octets = stackalloc byte[16];
        address.Write(octets);
        return octets[8] == 0;
    }
}

using System.Globalization;
using System.Net;
using Resolver.Ports;

namespace Resolverd.Configuration.Values;

/// <summary>
/// Addresses, networks and endpoints as text. Stricter than the platform, which takes <c>1</c>, <c>010.0.0.1</c> and
/// <c>0x7f.1</c> for IPv4 addresses.
/// </summary>
internal static class Addresses
{
    /// <summary>Reads an IPv4 address in dotted decimal or an IPv6 address, without brackets or zone.</summary>
    public static bool TryParseAddress(string text, out HostAddress address, out string? hint)
    {
        address = default;
        hint = null;
        if (text.AsSpan().IndexOfAny("[]/% ") >= 0 || !IPAddress.TryParse(text, out var parsed))
            return false;

        address = HostAddress.From(parsed);
        if (parsed.IsIPv4MappedToIPv6)
            hint = $"did you mean {address}?";
        return address.IsIPv6 ? !parsed.IsIPv4MappedToIPv6 : address.ToString() == text;
    }

    /// <summary>Reads <c>address/length</c>, or an address alone as the network of that one address.</summary>
    public static bool TryParseNetwork(string text, out HostNetwork network, out string? hint)
    {
        network = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseAddress(slash < 0 ? text : text[..slash], out var address, out hint))
            return false;
        var length = address.BitLength;
        if (slash >= 0 && !TryParseNumber(text.AsSpan(slash + 1), address.BitLength, out length))
            return false;
        if (HostNetwork.TryParse($"{address}/{length}", out network))
            return true;

        hint = $"bits are set after the prefix; did you mean {address.Truncate(length)}/{length}?";
        return false;
    }

    /// <summary>
    /// Reads <c>192.0.2.1:53</c>, <c>[2001:db8::1]:53</c>, or an address alone with the port assumed.
    /// </summary>
    public static bool TryParseEndpoint(string text, int assumedPort, out ServerAddress endpoint, out string? hint)
    {
        endpoint = default;
        var (host, port) = SplitPort(text);
        var isBracketed = host.Length > 1 && host[0] == '[' && host[^1] == ']';
        var number = assumedPort;
        if (!TryParseAddress(isBracketed ? host[1..^1] : host, out var address, out hint))
            return false;
        if (port.Length > 0 && (!TryParseNumber(port.AsSpan(1), ushort.MaxValue, out number) || number == 0))
            return false;
        if (isBracketed && !address.IsIPv6)
        {
            hint = "brackets are for IPv6 addresses";
            return false;
        }

        endpoint = new ServerAddress(address, (ushort)number);
        return true;
    }

    // An unbracketed text with two colons is an IPv6 address alone. The port keeps its colon, so that one is seen to be
    // there even if nothing follows.
    private static (string Host, string Port) SplitPort(string text)
    {
        var colon = text.LastIndexOf(':');
        var hasPort = text.StartsWith('[')
            ? colon > text.LastIndexOf(']')
            : colon == text.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && hasPort ? (text[..colon], text[colon..]) : (text, "");
    }

    private static bool TryParseNumber(ReadOnlySpan<char> text, int maximum, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= maximum;
}

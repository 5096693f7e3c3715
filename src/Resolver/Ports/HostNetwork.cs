using System.Globalization;

namespace Resolver.Ports;

/// <summary>A block of addresses in CIDR form.</summary>
public readonly record struct HostNetwork
{
    private HostNetwork(HostAddress address, int prefixLength)
    {
        Address = address.Truncate(prefixLength);
        PrefixLength = prefixLength;
    }

    /// <summary>The first address of the block.</summary>
    public HostAddress Address { get; }

    /// <summary>Bits that all addresses of the block share.</summary>
    public int PrefixLength { get; }

    /// <summary>Reads "192.0.2.0/24", or an address alone for a block of one. Host bits must be zero.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out HostNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/');
        if (!HostAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
            return false;
        var length = address.BitLength;
        var suffix = text[(slash + 1)..];
        if (slash >= 0 && !int.TryParse(suffix, NumberStyles.None, CultureInfo.InvariantCulture, out length))
            return false;
        if (length > address.BitLength)
            return false;
        network = new(address, length);
        return network.Address == address;
    }

    /// <summary>Reads text that is known to be a block.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static HostNetwork Parse(string text) =>
        TryParse(text, out var network) ? network : throw new FormatException($"'{text}' is not an address block");

    /// <summary>True if the address lies in the block; families never match each other.</summary>
    public bool Contains(HostAddress address) =>
        address.IsIPv6 == Address.IsIPv6 && address.Truncate(PrefixLength) == Address;

    /// <summary>CIDR form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Address}/{PrefixLength}");
}

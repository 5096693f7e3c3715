using System.Buffers.Binary;
using System.Net;
using AddressFamily = System.Net.Sockets.AddressFamily;

namespace Resolver.Ports;

/// <summary>An IPv4 or IPv6 address as a value. The default value is 0.0.0.0.</summary>
public readonly record struct HostAddress
{
    private readonly UInt128 _bits;

    private HostAddress(UInt128 bits, AddressFamily family)
    {
        _bits = bits;
        IsIPv6 = family == AddressFamily.InterNetworkV6;
    }

    /// <summary>True for an IPv6 address.</summary>
    public bool IsIPv6 { get; }

    /// <summary>Bits of an address of this family.</summary>
    public int BitLength => IsIPv6 ? 128 : 32;

    /// <summary>Octets of an address of this family.</summary>
    public int OctetLength => BitLength / 8;

    /// <summary>Reads the 4 octets of an A record or the 16 of an AAAA record.</summary>
    public static bool TryFromOctets(ReadOnlySpan<byte> octets, out HostAddress address)
    {
        address = octets.Length switch
        {
            4 => new(BinaryPrimitives.ReadUInt32BigEndian(octets), AddressFamily.InterNetwork),
            16 => new(BinaryPrimitives.ReadUInt128BigEndian(octets), AddressFamily.InterNetworkV6),
            _ => default,
        };
        return octets.Length is 4 or 16;
    }

    /// <summary>Reads dotted quad or colon hexadecimal text, without zone or port.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out HostAddress address)
    {
        address = default;
        if (text.Contains('%') || text.Contains('[') || !IPAddress.TryParse(text, out var parsed))
            return false;
        // IPAddress reads "1" and "0x7f.1" too; an address has three dots or a colon.
        if (parsed.AddressFamily == AddressFamily.InterNetwork && text.Count('.') != 3)
            return false;
        address = From(parsed);
        return true;
    }

    /// <summary>Reads text that is known to be an address.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static HostAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"'{text}' is not an IP address");

    /// <summary>Takes an address out of the platform's type; IPv4-mapped IPv6 becomes IPv4.</summary>
    public static HostAddress From(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        Span<byte> octets = stackalloc byte[16];
        address.TryWriteBytes(octets, out var length);
        return TryFromOctets(octets[..length], out var value) ? value : default;
    }

    /// <summary>Writes 4 or 16 octets and returns how many.</summary>
    public int Write(Span<byte> octets)
    {
        if (IsIPv6)
            BinaryPrimitives.WriteUInt128BigEndian(octets, _bits);
        else
            BinaryPrimitives.WriteUInt32BigEndian(octets, (uint)_bits);
        return OctetLength;
    }

    /// <summary>The platform's type for the same address.</summary>
    public IPAddress ToIPAddress()
    {
        Span<byte> octets = stackalloc byte[16];
        return new(octets[..Write(octets)]);
    }

    /// <summary>The first <paramref name="prefixLength"/> bits, the rest zero.</summary>
    public HostAddress Truncate(int prefixLength)
    {
        var dropped = BitLength - prefixLength;
        var kept = dropped >= 128 ? UInt128.Zero : _bits >> dropped << dropped;
        return new(kept, IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork);
    }

    /// <summary>Dotted quad, or colon hexadecimal as RFC 5952 has it.</summary>
    public override string ToString() => ToIPAddress().ToString();
}

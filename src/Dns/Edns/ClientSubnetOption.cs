using System.Buffers.Binary;

namespace Dns.Edns;

/// <summary>The content of an edns-client-subnet option (RFC 7871 §6).</summary>
public readonly ref struct ClientSubnetOption
{
    private const int HeadLength = 4;

    private ClientSubnetOption(ReadOnlySpan<byte> content)
    {
        IsIPv6 = content[1] == 2;
        SourcePrefixLength = content[2];
        ScopePrefixLength = content[3];
        Address = content[HeadLength..];
    }

    /// <summary>True for a block of IPv6 addresses.</summary>
    public bool IsIPv6 { get; }

    /// <summary>SOURCE PREFIX-LENGTH in bits.</summary>
    public int SourcePrefixLength { get; }

    /// <summary>SCOPE PREFIX-LENGTH in bits; zero in queries.</summary>
    public int ScopePrefixLength { get; }

    /// <summary>The octets of the address that the source prefix reaches into.</summary>
    public ReadOnlySpan<byte> Address { get; }

    /// <summary>
    /// Reads the content of the option; false if it is not of its form: family 1 or 2, as many octets as the prefix
    /// needs, and no bit set behind the prefix.
    /// </summary>
    // RFC 7871 §6: excess octets and bits are a format error.
    public static bool TryParse(ReadOnlySpan<byte> content, out ClientSubnetOption subnet)
    {
        subnet = default;
        if (content.Length < HeadLength)
            return false;
        var addressBits = BinaryPrimitives.ReadUInt16BigEndian(content) switch { 1 => 32, 2 => 128, _ => -1 };
        int source = content[2], scope = content[3];
        if (source > addressBits || scope > addressBits || content.Length != HeadLength + (source + 7) / 8)
            return false;
        if (source % 8 != 0 && (byte)(content[^1] << (source % 8)) != 0)
            return false;
        subnet = new(content);
        return true;
    }
}

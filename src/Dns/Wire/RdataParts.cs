using System.Buffers.Binary;

namespace Dns.Wire;

/// <summary>Checks of the parts of RDATA that run to its end. Each looks at every octet once at most.</summary>
internal static class RdataParts
{
    private const int MaxBitmapOctets = 32;
    private const int MinZoneDigestOctets = 12;

    /// <summary>True for one or more character-strings (RFC 1035 §3.3.14).</summary>
    public static bool AreCharacterStrings(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return false;
        while (!octets.IsEmpty)
        {
            if (octets.Length <= octets[0])
                return false;
            octets = octets[(octets[0] + 1)..];
        }
        return true;
    }

    /// <summary>True for a type bitmap: windows of 1 to 32 octets in ascending order, or nothing.</summary>
    public static bool IsTypeBitmap(ReadOnlySpan<byte> octets)
    {
        // RFC 4034 §4.1.2: window number, bitmap length, bitmap.
        for (var previous = -1; !octets.IsEmpty;)
        {
            if (octets.Length < 2)
                return false;
            int window = octets[0], length = octets[1];
            if (window <= previous || length is 0 or > MaxBitmapOctets || octets.Length < 2 + length)
                return false;
            previous = window;
            octets = octets[(2 + length)..];
        }
        return true;
    }

    /// <summary>True for address prefixes (RFC 3123 §4), each no longer than an address of its family.</summary>
    public static bool AreAddressPrefixes(ReadOnlySpan<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            if (octets.Length < 4)
                return false;
            var family = BinaryPrimitives.ReadUInt16BigEndian(octets);
            var length = octets[3] & 0x7f;
            // A family nobody knows may have addresses of any length.
            var addressLength = family switch { 1 => 4, 2 => 16, _ => 127 };
            if (length > addressLength || octets[2] > addressLength * 8 || octets.Length < 4 + length)
                return false;
            octets = octets[(4 + length)..];
        }
        return true;
    }

    /// <summary>True for a digest type and a digest that has the length of its type, if the type is known.</summary>
    public static bool IsDelegationDigest(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty)
            return false;
        var length = octets.Length - 1;
        return octets[0] switch
        {
            1 => length == 20,
            2 => length == 32,
            4 => length == 48,
            _ => true,
        };
    }

    /// <summary>
    /// True for scheme, hash and a digest that has the length of its hash, if both are known. What a digest of another
    /// scheme is made of is that scheme's affair: RFC 8976 A.3 has one of 20 octets with the number of SHA-384.
    /// </summary>
    public static bool IsZoneDigest(ReadOnlySpan<byte> octets)
    {
        var length = octets.Length - 2;
        if (length < 0)
            return false;
        return octets switch
        {
            [1, 1, ..] => length == 48,
            [1, 2, ..] => length == 64,
            // RFC 8976 §2.2.4: no digest is shorter than 12 octets.
            _ => length >= MinZoneDigestOctets,
        };
    }

    /// <summary>True for a location; versions but 0 have a form nobody knows (RFC 1876 §2).</summary>
    public static bool IsLocation(ReadOnlySpan<byte> octets) =>
        !octets.IsEmpty && (octets[0] != 0 || octets.Length == 16);
}

using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Dns.Text;

/// <summary>IP addresses: dotted quads, and IPv6 as RFC 4291 §2.2 reads and RFC 5952 writes it.</summary>
internal static class AddressText
{
    /// <summary>Octets of an IPv4 address.</summary>
    public const int IPv4Length = 4;

    /// <summary>Octets of an IPv6 address.</summary>
    public const int IPv6Length = 16;

    private const int Groups = 8;

    /// <summary>Reads four decimal numbers up to 255 without leading zeros.</summary>
    public static bool TryReadIPv4(ReadOnlySpan<byte> text, Span<byte> address)
    {
        for (var i = 0; i < IPv4Length; i++)
        {
            var end = i < IPv4Length - 1 ? text.IndexOf((byte)'.') : text.Length;
            if (end is < 1 or > 3 || (end > 1 && text[0] == '0'))
                return false;
            if (!NumberText.TryRead(text[..end], byte.MaxValue, out var value))
                return false;
            address[i] = (byte)value;
            text = text[Math.Min(end + 1, text.Length)..];
        }
        return true;
    }

    /// <summary>
    /// Reads eight groups of up to four digits; one run may be "::", the last two may be a dotted quad.
    /// </summary>
    public static bool TryReadIPv6(ReadOnlySpan<byte> text, Span<byte> address)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
            return TryReadGroups(text, address, out var whole) && whole == IPv6Length;
        Span<byte> tail = stackalloc byte[IPv6Length];
        if (!TryReadGroups(text[..gap], address, out var before))
            return false;
        if (!TryReadGroups(text[(gap + 2)..], tail, out var after))
            return false;
        // RFC 4291 §2.2: "::" stands for one or more groups of zeros.
        if (before + after > IPv6Length - 2 || text[..gap].Contains((byte)'.'))
            return false;
        address[before..IPv6Length].Clear();
        tail[..after].CopyTo(address[(IPv6Length - after)..]);
        return true;
    }

    /// <summary>Writes a dotted quad.</summary>
    public static void WriteIPv4(ReadOnlySpan<byte> address, StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"{address[0]}.{address[1]}.{address[2]}.{address[3]}");

    /// <summary>Writes groups in lower case, the longest run of zero groups as "::".</summary>
    public static void WriteIPv6(ReadOnlySpan<byte> address, StringBuilder text)
    {
        // RFC 5952 §5: addresses known to embed IPv4 ones end in a dotted quad.
        var isMapped = address[..10].IndexOfAnyExcept((byte)0) < 0 && address[10] == 0xff && address[11] == 0xff;
        var groups = isMapped ? Groups - 2 : Groups;
        var (gapStart, gapLength) = FindGap(address, groups);
        for (var i = 0; i < groups; i++)
        {
            if (i == gapStart)
            {
                text.Append("::");
                i += gapLength - 1;
                continue;
            }
            if (i > 0 && i != gapStart + gapLength)
                text.Append(':');
            text.Append(CultureInfo.InvariantCulture, $"{Group(address, i):x}");
        }
        if (!isMapped)
            return;
        text.Append(':');
        WriteIPv4(address[12..], text);
    }

    private static bool TryReadGroups(ReadOnlySpan<byte> text, Span<byte> address, out int length)
    {
        length = 0;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)':');
            var group = end < 0 ? text : text[..end];
            if (end < 0 && group.Contains((byte)'.'))
            {
                length += IPv4Length;
                return length <= IPv6Length && TryReadIPv4(group, address[(length - IPv4Length)..]);
            }
            if (length == IPv6Length || group.Length is < 1 or > 4 || end == text.Length - 1)
                return false;
            if (!ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return false;
            BinaryPrimitives.WriteUInt16BigEndian(address[length..], value);
            length += 2;
            text = end < 0 ? default : text[(end + 1)..];
        }
        return true;
    }

    // RFC 5952 §4.2: the first of the longest runs, and never a single group.
    private static (int Start, int Length) FindGap(ReadOnlySpan<byte> address, int groups)
    {
        var (start, length) = (-1, 1);
        var run = 0;
        for (var i = 0; i < groups; i++)
        {
            run = Group(address, i) == 0 ? run + 1 : 0;
            if (run > length)
                (start, length) = (i - run + 1, run);
        }
        return start < 0 ? (-1, 0) : (start, length);
    }

    private static ushort Group(ReadOnlySpan<byte> address, int index) =>
        BinaryPrimitives.ReadUInt16BigEndian(address[(2 * index)..]);
}

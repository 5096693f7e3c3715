using System.Globalization;
using System.Text;

namespace Dns.Text;

/// <summary>Names in presentation format, with \X and \DDD escapes (RFC 1035 §5.1, RFC 4343 §2.1).</summary>
public static class NameText
{
    /// <summary>
    /// Reads a name. Without a trailing dot it is relative to <paramref name="origin"/> (wire form); with an empty
    /// origin it is taken as absolute. Writes the wire form and its length; false if the text is not a name.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, ReadOnlySpan<byte> origin, Span<byte> wire, out int length)
    {
        length = 0;
        if (text.Length == 0)
            return false;
        if (text is ".")
        {
            wire[0] = 0;
            length = 1;
            return true;
        }
        if (!TryReadLabels(text, wire, out length, out var isAbsolute))
            return false;
        var tail = isAbsolute || origin.IsEmpty ? WireName.Root : origin;
        if (length + tail.Length > WireName.MaxLength)
            return false;
        tail.CopyTo(wire[length..]);
        length += tail.Length;
        return true;
    }

    /// <summary>The presentation form of a name, always with a trailing dot.</summary>
    public static string Write(ReadOnlySpan<byte> wire)
    {
        if (wire[0] == 0)
            return ".";
        var text = new StringBuilder(wire.Length + 8);
        for (; wire[0] != 0; wire = WireName.Parent(wire))
        {
            foreach (var octet in wire.Slice(1, wire[0]))
                AppendOctet(text, octet);
            text.Append('.');
        }
        return text.ToString();
    }

    private static bool TryReadLabels(ReadOnlySpan<char> text, Span<byte> wire, out int length, out bool isAbsolute)
    {
        length = 0;
        isAbsolute = false;
        var labelStart = 0;
        var position = 1;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '.')
            {
                if (!TryCloseLabel(wire, labelStart, position))
                    return false;
                labelStart = position++;
                isAbsolute = ++i == text.Length;
                continue;
            }
            if (!TryReadOctet(text, ref i, out var octet) || position >= WireName.MaxLength)
                return false;
            wire[position++] = octet;
        }
        if (!isAbsolute && !TryCloseLabel(wire, labelStart, position))
            return false;
        length = isAbsolute ? labelStart : position;
        return length < WireName.MaxLength;
    }

    private static bool TryCloseLabel(Span<byte> wire, int start, int end)
    {
        var label = end - start - 1;
        if (label is < 1 or > WireName.MaxLabelLength || end > WireName.MaxLength - 1)
            return false;
        wire[start] = (byte)label;
        return true;
    }

    private static bool TryReadOctet(ReadOnlySpan<char> text, ref int index, out byte octet)
    {
        octet = 0;
        var character = text[index++];
        if (character != '\\')
        {
            octet = (byte)character;
            return character is > ' ' and < (char)0x7f;
        }
        if (index >= text.Length)
            return false;
        if (!char.IsAsciiDigit(text[index]))
        {
            octet = (byte)text[index];
            return text[index++] is >= ' ' and < (char)0x7f;
        }
        if (index + 3 > text.Length || !char.IsAsciiDigit(text[index + 1]) || !char.IsAsciiDigit(text[index + 2]))
            return false;
        var value = (text[index] - '0') * 100 + (text[index + 1] - '0') * 10 + (text[index + 2] - '0');
        index += 3;
        octet = (byte)value;
        return value <= byte.MaxValue;
    }

    private static void AppendOctet(StringBuilder text, byte octet)
    {
        // RFC 1035 §5.1: characters that mean something in a zone file are quoted with a backslash.
        if (".\\\";()@$"u8.Contains(octet))
            text.Append('\\').Append((char)octet);
        else if (octet is > 0x20 and < 0x7f)
            text.Append((char)octet);
        else
            text.Append(CultureInfo.InvariantCulture, $"\\{octet:000}");
    }
}

using System.Buffers;
using System.Text;

namespace Dns.Text;

/// <summary>
/// Names in presentation format (RFC 1035 §5.1, RFC 4343 §2.1): \X and \DDD escapes, dots between labels.
/// </summary>
public static class NameText
{
    /// <summary>Characters of the longest name: 255 octets, each written as four characters at most.</summary>
    public const int MaxLength = 4 * WireName.MaxLength;

    // RFC 1035 §5.1: characters that mean something in a zone file are quoted with a backslash.
    private static readonly SearchValues<byte> Special = SearchValues.Create(".\\\";()@$"u8);

    /// <summary>
    /// Reads a name. Without a trailing dot it is relative to <paramref name="origin"/> (wire form); with an empty
    /// origin it is taken as absolute. Writes the wire form and its length; false if the text is not a name.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, ReadOnlySpan<byte> origin, Span<byte> wire, out int length)
    {
        Span<byte> octets = stackalloc byte[MaxLength];
        length = 0;
        return text.Length <= MaxLength
            && Ascii.FromUtf16(text, octets, out var count) == OperationStatus.Done
            && TryRead(octets[..count], origin, wire, out length);
    }

    /// <summary>Reads a name that stands as ASCII octets. The destination has room for the longest name.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ReadOnlySpan<byte> origin, Span<byte> wire, out int length)
    {
        length = 0;
        if (text.IsEmpty || !TryReadLabels(text, wire, out length, out var isAbsolute))
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
        Write(wire, text);
        return text.ToString();
    }

    /// <summary>Writes the presentation form of a name, always with a trailing dot.</summary>
    public static void Write(ReadOnlySpan<byte> wire, StringBuilder text)
    {
        if (wire[0] == 0)
            text.Append('.');
        for (; wire[0] != 0; wire = WireName.Parent(wire))
        {
            foreach (var octet in wire.Slice(1, wire[0]))
                WriteOctet(octet, text);
            text.Append('.');
        }
    }

    /// <summary>Reads labels without the root's; the last dot says that the name is absolute.</summary>
    private static bool TryReadLabels(ReadOnlySpan<byte> text, Span<byte> wire, out int length, out bool isAbsolute)
    {
        length = 0;
        isAbsolute = text is [(byte)'.'];
        if (isAbsolute)
            return true;
        var position = 1;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '.')
            {
                if (!TryCloseLabel(wire, length, position))
                    return false;
                length = position++;
                isAbsolute = ++i == text.Length;
                continue;
            }
            if (position >= WireName.MaxLength - 1 || !TryReadOctet(text, ref i, out wire[position]))
                return false;
            position++;
        }
        if (isAbsolute)
            return true;
        var start = length;
        length = position;
        return TryCloseLabel(wire, start, position);
    }

    private static bool TryCloseLabel(Span<byte> wire, int start, int end)
    {
        var label = end - start - 1;
        if (label is < 1 or > WireName.MaxLabelLength || end > WireName.MaxLength - 1)
            return false;
        wire[start] = (byte)label;
        return true;
    }

    /// <summary>Reads an octet; other than printable ASCII must be escaped.</summary>
    private static bool TryReadOctet(ReadOnlySpan<byte> text, ref int index, out byte octet)
    {
        var isPlain = text[index] != '\\';
        return OctetText.TryRead(text, ref index, out octet) && (!isPlain || octet is > (byte)' ' and < 0x7f);
    }

    private static void WriteOctet(byte octet, StringBuilder text)
    {
        if (octet is <= (byte)' ' or >= 0x7f)
        {
            OctetText.WriteNumber(octet, text);
            return;
        }
        if (Special.Contains(octet))
            text.Append('\\');
        text.Append((char)octet);
    }
}

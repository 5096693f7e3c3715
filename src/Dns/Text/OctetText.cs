using System.Text;

namespace Dns.Text;

/// <summary>Octets written as characters, with \X and \DDD where a character would mean something else.</summary>
internal static class OctetText
{
    /// <summary>
    /// Reads one octet or escape at <paramref name="index"/> and moves behind it. A backslash needs three digits up to
    /// 255, or one character that is not a digit (RFC 1035 §5.1).
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int index, out byte octet)
    {
        octet = text[index++];
        if (octet != '\\')
            return true;
        if (index == text.Length)
            return false;
        octet = text[index++];
        if (!char.IsAsciiDigit((char)octet))
            return true;
        if (index + 2 > text.Length || !NumberText.TryRead(text.Slice(index - 1, 3), byte.MaxValue, out var value))
            return false;
        index += 2;
        octet = (byte)value;
        return true;
    }

    /// <summary>
    /// Reads a whole token as octets; the destination must have room for as many as the token has. Quotes inside
    /// must be escaped.
    /// </summary>
    public static TextError TryReadAll(ReadOnlySpan<byte> text, Span<byte> destination, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length;)
        {
            var run = text[i..].IndexOfAny((byte)'\\', (byte)'"');
            if (run < 0)
                run = text.Length - i;
            text.Slice(i, run).CopyTo(destination[length..]);
            length += run;
            i += run;
            if (i == text.Length)
                break;
            if (text[i] == '"')
                return TextError.QuotesMisplaced;
            if (!TryRead(text, ref i, out destination[length++]))
                return TextError.EscapeMalformed;
        }
        return TextError.None;
    }

    /// <summary>Writes octets in quotes.</summary>
    public static void WriteQuoted(ReadOnlySpan<byte> octets, StringBuilder text)
    {
        text.Append('"');
        foreach (var octet in octets)
        {
            if (octet is (byte)'"' or (byte)'\\')
                text.Append('\\').Append((char)octet);
            else if (octet is >= (byte)' ' and < 0x7f)
                text.Append((char)octet);
            else
                WriteNumber(octet, text);
        }
        text.Append('"');
    }

    /// <summary>Writes an octet as a backslash and three digits.</summary>
    public static void WriteNumber(byte octet, StringBuilder text)
    {
        text.Append('\\');
        NumberText.WritePadded(octet, 3, text);
    }
}

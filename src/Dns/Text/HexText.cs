using System.Text;

namespace Dns.Text;

/// <summary>Octets as pairs of hexadecimal digits.</summary>
internal static class HexText
{
    /// <summary>Reads all tokens left; digits may be parted anywhere.</summary>
    public static TextError ReadRest(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var high = -1;
        while (tokens.Left > 0)
        {
            var error = tokens.TakeBare(out var text);
            if (error != TextError.None)
                return error;
            if (!TryRead(text, ref high, ref rdata))
                return TextError.HexInvalid;
        }
        return high < 0 ? TextError.None : TextError.HexInvalid;
    }

    /// <summary>Reads one token of whole pairs.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var high = -1;
        return TryRead(text, ref high, ref rdata) && high < 0;
    }

    /// <summary>Writes pairs of digits in upper case.</summary>
    public static void Write(ReadOnlySpan<byte> octets, StringBuilder text)
    {
        Span<char> digits = stackalloc char[128];
        for (; !octets.IsEmpty; octets = octets[Math.Min(64, octets.Length)..])
        {
            Convert.TryToHexString(octets[..Math.Min(64, octets.Length)], digits, out var count);
            text.Append(digits[..count]);
        }
    }

    /// <summary>Reads digits; one without a partner is kept for the next call.</summary>
    private static bool TryRead(ReadOnlySpan<byte> text, ref int high, ref RdataWriter rdata)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiHexDigit((char)character))
                return false;
            var digit = char.IsAsciiDigit((char)character) ? character - '0' : (character | 0x20) - 'a' + 10;
            if (high < 0)
            {
                high = digit;
                continue;
            }
            rdata.AppendByte((byte)(high << 4 | digit));
            high = -1;
        }
        return true;
    }
}

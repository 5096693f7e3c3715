namespace Dns.Text.Fields;

/// <summary>Hexadecimal digits that may have dots among them, for the eye (RFC 1706 §7).</summary>
internal static class DottedHex
{
    /// <summary>Reads whole pairs of digits.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var digits = new byte[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (character != '.')
                digits[count++] = character;
        }
        return HexText.TryRead(digits.AsSpan(0, count), ref rdata);
    }
}

namespace Dns.Text.Fields;

/// <summary>Hexadecimal digits that may have single dots among them.</summary>
internal static class DottedHex
{
    /// <summary>Reads whole pairs of digits. No dot begins or ends them or follows another.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        if (text.StartsWith("."u8) || text.EndsWith("."u8) || text.IndexOf(".."u8) >= 0)
            return false;
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

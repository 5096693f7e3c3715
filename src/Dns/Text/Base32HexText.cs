using System.Text;

namespace Dns.Text;

/// <summary>
/// Octets as base 32 with the extended hex alphabet (RFC 4648 §7), unpadded as RFC 5155 §3.3 wants it.
/// </summary>
internal static class Base32HexText
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    private const int BitsPerDigit = 5;

    /// <summary>Reads one token, in upper or lower case. Bits that are left over must be zero.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref RdataWriter rdata)
    {
        var bits = 0u;
        var count = 0;
        foreach (var character in text)
        {
            var digit = Alphabet.IndexOf(char.ToUpperInvariant((char)character));
            if (digit < 0)
                return false;
            bits = (bits << BitsPerDigit) | (uint)digit;
            count += BitsPerDigit;
            if (count < 8)
                continue;
            count -= 8;
            rdata.AppendByte((byte)(bits >> count));
            bits &= (1u << count) - 1;
        }
        return count < BitsPerDigit && bits == 0;
    }

    /// <summary>Writes digits in upper case.</summary>
    public static void Write(ReadOnlySpan<byte> octets, StringBuilder text)
    {
        var bits = 0u;
        var count = 0;
        foreach (var octet in octets)
        {
            bits = (bits << 8) | octet;
            for (count += 8; count >= BitsPerDigit; bits &= (1u << count) - 1)
            {
                count -= BitsPerDigit;
                text.Append(Alphabet[(int)(bits >> count)]);
            }
        }
        if (count > 0)
            text.Append(Alphabet[(int)(bits << (BitsPerDigit - count))]);
    }
}

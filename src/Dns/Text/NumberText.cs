using System.Globalization;
using System.Text;

namespace Dns.Text;

/// <summary>Decimal numbers: digits and nothing else, no sign.</summary>
internal static class NumberText
{
    /// <summary>Reads digits that make a number up to <paramref name="max"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ulong max, out ulong value)
    {
        value = 0;
        if (text.IsEmpty)
            return false;
        foreach (var character in text)
        {
            var digit = (uint)(character - '0');
            if (digit > 9 || digit > max || value > (max - digit) / 10)
                return false;
            value = value * 10 + digit;
        }
        return true;
    }

    /// <summary>Writes a number as digits.</summary>
    public static void Write(ulong value, StringBuilder text) =>
        text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Writes a number as so many digits at least, zeros in front.</summary>
    public static void WritePadded(ulong value, int digits, StringBuilder text)
    {
        Span<char> buffer = stackalloc char[20];
        value.TryFormat(buffer, out var length, default, CultureInfo.InvariantCulture);
        text.Append('0', Math.Max(0, digits - length)).Append(buffer[..length]);
    }
}

using System.Globalization;
using System.Text;

namespace Dns.Text;

/// <summary>Signature times: YYYYMMDDHHmmSS in UTC, or seconds since 1970 (RFC 4034 §3.2).</summary>
internal static class TimeText
{
    private const int Digits = 14;

    /// <summary>Reads a time into the seconds that a signature carries.</summary>
    // RFC 4034 §3.2: 14 digits are a date and time, fewer are seconds since the epoch.
    public static bool TryRead(ReadOnlySpan<byte> text, out uint seconds)
    {
        seconds = 0;
        if (text.Length != Digits)
        {
            var isNumber = NumberText.TryRead(text, uint.MaxValue, out var number);
            seconds = (uint)number;
            return isNumber;
        }
        Span<int> parts = stackalloc int[6];
        for (var i = 0; i < parts.Length; i++)
        {
            var digits = i == 0 ? text[..4] : text.Slice(2 + 2 * i, 2);
            if (!NumberText.TryRead(digits, 9999, out var value))
                return false;
            parts[i] = (int)value;
        }
        return TryCombine(parts, out seconds);
    }

    /// <summary>Writes a signature's seconds as 14 digits.</summary>
    public static void Write(uint seconds, StringBuilder text)
    {
        var time = DateTime.UnixEpoch.AddSeconds(seconds);
        text.Append(CultureInfo.InvariantCulture, $"{time:yyyyMMddHHmmss}");
    }

    private static bool TryCombine(ReadOnlySpan<int> parts, out uint seconds)
    {
        int year = parts[0], month = parts[1], day = parts[2];
        seconds = 0;
        if (year < 1970 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
            return false;
        var time = new DateTime(year, month, day, parts[3], parts[4], parts[5], DateTimeKind.Utc);
        var total = (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        seconds = (uint)total;
        return total <= uint.MaxValue;
    }
}

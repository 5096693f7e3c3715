namespace Dns.Text;

/// <summary>Lifetimes as text.</summary>
internal static class TtlText
{
    // RFC 2181 §8: a TTL is a number from 0 to 2^31 - 1.
    private const ulong Max = int.MaxValue;

    /// <summary>Reads a lifetime.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, TtlStyle style, out Ttl ttl)
    {
        var isTtl = TryRead(text, style, Max, out var seconds);
        ttl = new((uint)seconds);
        return isTtl;
    }

    /// <summary>Reads a lifetime of at most so many seconds.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, TtlStyle style, ulong max, out ulong seconds)
    {
        if (NumberText.TryRead(text, max, out seconds))
            return true;
        return style == TtlStyle.SecondsOrUnits && TryReadUnits(text, max, out seconds);
    }

    private static bool TryReadUnits(ReadOnlySpan<byte> text, ulong max, out ulong seconds)
    {
        seconds = 0;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1 || !NumberText.TryRead(text[..digits], max, out var count))
                return false;
            var unit = UnitSeconds(text[digits]);
            if (unit == 0 || count > (max - seconds) / unit)
                return false;
            seconds += count * unit;
            text = text[(digits + 1)..];
        }
        return true;
    }

    private static uint UnitSeconds(byte unit) => WireName.FoldOctet(unit) switch
    {
        (byte)'s' => 1,
        (byte)'m' => 60,
        (byte)'h' => 3600,
        (byte)'d' => 86400,
        (byte)'w' => 604800,
        _ => 0,
    };
}

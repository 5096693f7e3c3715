using System.Globalization;

namespace Resolverd.Configuration.Values;

/// <summary>Durations as an operator writes them: a whole number and a unit.</summary>
internal static class Duration
{
    private const string LargestPrinted = "d";

    private static readonly (string Name, long Factor)[] Units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("w", 604_800_000)];

    /// <summary>Reads <c>30s</c>, <c>1500ms</c>, <c>1d</c>. A number without a unit is refused.</summary>
    public static bool TryParse(string text, out TimeSpan value, out string? hint)
    {
        var isRead = Quantity.TryParse(text, Units, "s for seconds", out var milliseconds, out hint);
        var isHeld = isRead && milliseconds <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond;
        value = isHeld ? TimeSpan.FromMilliseconds(milliseconds) : default;
        return isHeld;
    }

    /// <summary>The largest unit up to days that needs no fraction: <c>90m</c>, not <c>5400s</c>.</summary>
    public static string Print(TimeSpan value)
    {
        var milliseconds = value.Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds == 0)
            return "0s";
        var last = Array.FindIndex(Units, unit => unit.Name == LargestPrinted);
        var (name, factor) = Units[..(last + 1)].Last(unit => milliseconds % unit.Factor == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{milliseconds / factor}{name}");
    }
}

using System.Globalization;

namespace Resolverd.Configuration.Values;

/// <summary>A whole number with a unit behind it, as in <c>30s</c> or <c>64MiB</c>.</summary>
internal static class Quantity
{
    /// <summary>
    /// Reads the number and finds the unit. A number without a unit is refused with a hint: nobody knows which one is
    /// meant.
    /// </summary>
    public static bool TryParse(
        string text, (string Name, long Factor)[] units, string usual, out long value, out string? hint)
    {
        value = 0;
        hint = null;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0 && text.Length > 0)
            hint = $"a unit is missing; write {text}{usual}";
        var number = text.AsSpan(0, Math.Max(digits, 0));
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;

        foreach (var (name, factor) in units)
        {
            if (!text.AsSpan(digits).SequenceEqual(name))
                continue;
            value = unchecked(count * factor);
            return count <= long.MaxValue / factor;
        }

        hint = "units: " + string.Join(", ", units.Select(unit => unit.Name));
        return false;
    }
}

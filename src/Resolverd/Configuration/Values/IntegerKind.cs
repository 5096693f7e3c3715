using System.Globalization;
using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>A whole number within bounds, counting the things its unit names.</summary>
internal sealed class IntegerKind(int minimum, int maximum, string unit) : ScalarKind<int>
{
    /// <inheritdoc/>
    public override string TypeName => unit.Length == 0 ? "integer" : $"integer ({unit})";

    /// <inheritdoc/>
    public override string Allowed => $"a whole number from {minimum} to {maximum}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };

    /// <inheritdoc/>
    public override string Print(int value) => Format(value);

    /// <inheritdoc/>
    protected override bool TryParse(string text, out int value, out string? hint)
    {
        hint = null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= minimum
            && value <= maximum;
    }

    /// <inheritdoc/>
    protected override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);
}

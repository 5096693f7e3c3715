using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>A duration within bounds.</summary>
internal sealed class DurationKind(TimeSpan minimum, TimeSpan maximum) : ScalarKind<TimeSpan>
{
    /// <inheritdoc/>
    public override string TypeName => "duration";

    /// <inheritdoc/>
    public override string Allowed => $"a duration from {Duration.Print(minimum)} to {Duration.Print(maximum)}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]+(ms|s|m|h|d|w)$" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out TimeSpan value, out string? hint) =>
        Duration.TryParse(text, out value, out hint) && value >= minimum && value <= maximum;

    /// <inheritdoc/>
    protected override string Format(TimeSpan value) => Duration.Print(value);
}

using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>A size or a percentage of the memory there is, within bounds.</summary>
internal sealed class MemoryAmountKind(ByteSize minimum, ByteSize maximum, int maximumPercent)
    : ScalarKind<MemoryAmount>
{
    /// <inheritdoc/>
    public override string TypeName => "size or percentage";

    /// <inheritdoc/>
    public override string Allowed => $"a size from {minimum} to {maximum}, or 1% to {maximumPercent}% of the memory";

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["type"] = "string", ["pattern"] = $"^({ByteSizeKind.Pattern}|[0-9]+%)$" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out MemoryAmount value, out string? hint) =>
        MemoryAmount.TryParse(text, out value, out hint) && IsWithin(value);

    /// <inheritdoc/>
    protected override string Format(MemoryAmount value) => value.ToString();

    private bool IsWithin(MemoryAmount value) => value.IsShare
        ? value.Percent <= maximumPercent
        : value.Fixed.Bytes >= minimum.Bytes && value.Fixed.Bytes <= maximum.Bytes;
}

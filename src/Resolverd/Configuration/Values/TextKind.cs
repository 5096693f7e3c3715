using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>Printable text of bounded length.</summary>
internal sealed class TextKind(int maximumLength) : ScalarKind<string>
{
    /// <inheritdoc/>
    public override string TypeName => "text";

    /// <inheritdoc/>
    public override string Allowed => $"1 to {maximumLength} printable ASCII characters";

    /// <inheritdoc/>
    public override JsonObject Schema() =>
        new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = maximumLength };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out string value, out string? hint)
    {
        hint = null;
        value = text;
        return text.Length >= 1 && text.Length <= maximumLength && text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;
    }

    /// <inheritdoc/>
    protected override string Format(string value) => value;
}

using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>True or false, and no other spelling.</summary>
internal sealed class BooleanKind : ScalarKind<bool>
{
    /// <inheritdoc/>
    public override string TypeName => "boolean";

    /// <inheritdoc/>
    public override string Allowed => "true or false";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    /// <inheritdoc/>
    public override string Print(bool value) => value ? "true" : "false";

    /// <inheritdoc/>
    protected override bool TryParse(string text, out bool value, out string? hint)
    {
        hint = text switch
        {
            "yes" or "on" or "1" or "True" or "TRUE" or "Yes" or "On" => "write true",
            "no" or "off" or "0" or "False" or "FALSE" or "No" or "Off" => "write false",
            _ => null,
        };
        value = text == "true";
        return text is "true" or "false";
    }

    /// <inheritdoc/>
    protected override string Format(bool value) => Print(value);
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>File permissions in octal, three digits after the zero. Nothing for others may be writable.</summary>
internal sealed class PermissionsKind : ScalarKind<UnixFileMode>
{
    /// <inheritdoc/>
    public override string TypeName => "permissions";

    /// <inheritdoc/>
    public override string Allowed => "octal permissions such as 0660, not writable by others";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^0[0-7]{3}$" };

    /// <inheritdoc/>
    public override string Print(UnixFileMode value) => $"\"{Format(value)}\"";

    /// <inheritdoc/>
    protected override bool TryParse(string text, out UnixFileMode value, out string? hint)
    {
        hint = null;
        value = default;
        if (text.Length != 4 || text[0] != '0' || text.AsSpan().IndexOfAnyExceptInRange('0', '7') >= 0)
            return false;
        value = (UnixFileMode)Convert.ToInt32(text, 8);
        return !value.HasFlag(UnixFileMode.OtherWrite);
    }

    /// <inheritdoc/>
    protected override string Format(UnixFileMode value) =>
        "0" + Convert.ToString((int)value, 8).PadLeft(3, '0').ToString(CultureInfo.InvariantCulture);
}

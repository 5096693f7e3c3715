using System.Text.Json.Nodes;

namespace Resolverd.Configuration.Values;

/// <summary>A number of bytes within bounds.</summary>
internal sealed class ByteSizeKind(ByteSize minimum, ByteSize maximum) : ScalarKind<ByteSize>
{
    /// <summary>How a size is written, for JSON schema.</summary>
    public const string Pattern = "[0-9]+(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)";

    /// <inheritdoc/>
    public override string TypeName => "size";

    /// <inheritdoc/>
    public override string Allowed => $"a size from {minimum} to {maximum}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = $"^{Pattern}$" };

    /// <inheritdoc/>
    protected override bool TryParse(string text, out ByteSize value, out string? hint) =>
        ByteSize.TryParse(text, out value, out hint) && value.Bytes >= minimum.Bytes && value.Bytes <= maximum.Bytes;

    /// <inheritdoc/>
    protected override string Format(ByteSize value) => value.ToString();
}

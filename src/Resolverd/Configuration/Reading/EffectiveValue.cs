namespace Resolverd.Configuration.Reading;

/// <summary>A key as it applies: its value as YAML and where that came from.</summary>
internal sealed record EffectiveValue(string Path, string Text, string Origin)
{
    /// <summary>The origin of a value that nobody gave.</summary>
    public const string DefaultOrigin = "default";

    /// <summary>Whether this version has the key.</summary>
    public required KeyStatus Status { get; init; }

    /// <summary>When a changed value is taken over.</summary>
    public required KeyChange Change { get; init; }
}

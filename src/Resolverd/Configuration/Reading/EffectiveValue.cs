namespace Resolverd.Configuration.Reading;

/// <summary>A key as it applies: its value as YAML and where that came from.</summary>
internal sealed record EffectiveValue(string Path, string Text, string Origin, KeyStatus Status)
{
    /// <summary>The origin of a value that nobody gave.</summary>
    public const string DefaultOrigin = "default";
}

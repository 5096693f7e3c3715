using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Reading;

/// <summary>
/// What one reading of a document gathers: problems, places of the values given, and effective values.
/// </summary>
internal sealed class ReadSession
{
    /// <summary>
    /// Problems reported of one document; a file that is no configuration at all has one on every line.
    /// </summary>
    public const int MaxProblems = 100;

    /// <summary>Everything wrong so far.</summary>
    public List<ConfigurationProblem> Problems { get; private init; } = [];

    /// <summary>The place of every key that was given.</summary>
    public Dictionary<string, SourcePosition> Given { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>Every key with its value, in the order of declaration.</summary>
    public List<EffectiveValue> Effective { get; } = [];

    /// <summary>What happens to keys declared ahead of their code.</summary>
    public PlannedKeys PlannedKeys { get; init; } = PlannedKeys.Refuse;

    /// <summary>Names and paths to suggest for a misspelt one.</summary>
    public required IReadOnlyList<string> KnownPaths { get; init; }

    /// <summary>For an item of a list: the same findings, but its values are shown as part of the list.</summary>
    public ReadSession ForItem() => new()
    {
        Problems = Problems,
        Given = Given,
        KnownPaths = KnownPaths,
        PlannedKeys = PlannedKeys,
    };

    /// <summary>Where the value of a key came from, in a few words.</summary>
    public string OriginOf(string path) =>
        Given.TryGetValue(path, out var position) ? position.Origin : EffectiveValue.DefaultOrigin;
}

using System.Collections.Immutable;

namespace Resolverd.Configuration.Syntax;

/// <summary>Lays <c>--set key.path=value</c> arguments over a document.</summary>
internal static class Overrides
{
    /// <summary>Arguments taken: more than a command line is written by hand with.</summary>
    public const int MaxCount = 1000;

    /// <summary>The document with every argument applied in order; a problem for each that cannot be.</summary>
    public static MapNode Apply(
        MapNode root, ImmutableArray<string> arguments, List<ConfigurationProblem> problems)
    {
        foreach (var argument in arguments.Take(MaxCount))
        {
            if (Parse(argument, problems) is var (path, value))
                root = Set(root, path.AsSpan(), value);
        }

        return root;
    }

    private static (ImmutableArray<string> Path, ConfigNode Value)? Parse(
        string argument, List<ConfigurationProblem> problems)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        var keyPath = (equals < 0 ? argument : argument[..equals]).Trim();
        var source = ConfigurationSource.Argument(Quotation.Of(keyPath)[1..^1]);
        var start = new SourcePosition(source, 1, 1);
        ImmutableArray<string> path = [.. keyPath.Split('.')];
        if (equals < 0 || path.Length > YamlReader.MaxDepth || path.Any(string.IsNullOrWhiteSpace))
        {
            problems.Add(new ConfigurationProblem(
                start, "", $"found {Quotation.Of(argument)}; allowed: key.path=value, such as cache.max-ttl=1h"));
            return null;
        }

        var text = argument[(equals + 1)..];
        var value = YamlReader.Read(source, text, problems);
        return value is null ? null : (path, value);
    }

    // A map is laid over a map key by key; everything else replaces what was there.
    private static MapNode Set(MapNode map, ReadOnlySpan<string> path, ConfigNode value)
    {
        var old = map.Find(path[0]);
        var next = path.Length == 1
            ? Merge(old?.Value, value)
            : Set(old?.Value as MapNode ?? new MapNode(value.Position, []), path[1..], value);
        var entry = new MapEntry(path[0], value.Position, next);
        return map with { Entries = old is null ? map.Entries.Add(entry) : map.Entries.Replace(old, entry) };
    }

    private static ConfigNode Merge(ConfigNode? old, ConfigNode value)
    {
        if (old is not MapNode below || value is not MapNode above)
            return value;
        foreach (var entry in above.Entries)
            below = Set(below, [entry.Key], entry.Value);
        return below;
    }
}

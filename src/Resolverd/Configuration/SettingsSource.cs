using System.Collections.Immutable;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration;

/// <summary>
/// Where settings are read from: a file or none, and <c>--set</c> arguments over it. Read anew on reload.
/// </summary>
internal sealed record SettingsSource(string? Path, ImmutableArray<string> Overrides)
{
    /// <summary>
    /// The file used when none is named, if it exists. The working directory is not searched: a daemon started as root
    /// in somebody's folder must not obey that folder.
    /// </summary>
    public const string DefaultPath = "/etc/resolverd/resolverd.yaml";

    /// <summary>The built-in defaults alone.</summary>
    public static SettingsSource BuiltIn { get; } = new(null, []);

    /// <summary>The file the operator named, or else the default one where it exists.</summary>
    public static SettingsSource Find(string? named, IEnumerable<string> overrides) =>
        new(named ?? (File.Exists(DefaultPath) ? DefaultPath : null), [.. overrides]);

    /// <summary>What to call it in a message.</summary>
    public string Name => Path ?? "built-in defaults";

    /// <summary>The root of the document: the file's, or an empty one. Adds problems where it cannot be read.</summary>
    public MapNode ReadFile(List<ConfigurationProblem> problems)
    {
        var source = ConfigurationSource.File(Path ?? "built-in defaults");
        var start = new SourcePosition(source, 1, 1);
        var empty = new MapNode(start, []);
        if (Path is null || ReadBytes(start, problems) is not { } bytes)
            return empty;
        if (SourceText.Decode(source, bytes, out var problem) is not { } text)
        {
            problems.Add(problem!);
            return empty;
        }

        switch (YamlReader.Read(source, text, problems))
        {
            case MapNode map:
                return map;
            case null or ScalarNode { IsNull: true }:
                return empty;
            case var other:
                problems.Add(new ConfigurationProblem(
                    other.Position, "", $"found {other.Describe()}; allowed: a map of keys"));
                return empty;
        }
    }

    private byte[]? ReadBytes(SourcePosition start, List<ConfigurationProblem> problems)
    {
        try
        {
            using var file = File.OpenRead(Path!);
            var buffer = new byte[SourceText.MaxBytes + 1];
            var length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return buffer[..length];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new ConfigurationProblem(start, "", $"cannot be read: {Quotation.Clean(e.Message)}"));
            return null;
        }
    }
}

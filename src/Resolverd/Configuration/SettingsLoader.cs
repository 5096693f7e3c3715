using Resolverd.Configuration.Model;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration;

/// <summary>Reads settings from their source into the model. Nothing is taken over unless all of it is right.</summary>
internal static class SettingsLoader
{
    /// <summary>Every key there is, from the same declarations that read them.</summary>
    public static SchemaSection Schema { get; } = Describe();

    private static readonly string[] KnownPaths = [.. Schema.Paths()];

    /// <summary>Reads the source as it is now.</summary>
    public static LoadedSettings Load(SettingsSource source, PlannedKeys planned = PlannedKeys.Refuse)
    {
        var session = new ReadSession { KnownPaths = KnownPaths, PlannedKeys = planned };
        var root = source.ReadFile(session.Problems);
        root = Overrides.Apply(root, source.Overrides, session.Problems);
        var settings = SectionReader.ReadRoot(session, root, Settings.Read, out _);
        if (session.Problems.Count == 0)
            SettingsRules.Check(settings, session, root.Position);

        return new LoadedSettings
        {
            Settings = session.Problems.Count == 0 ? settings : null,
            Problems = [.. InOrder(session.Problems).Take(ReadSession.MaxProblems)],
            Effective = [.. session.Effective],
        };
    }

    private static IEnumerable<ConfigurationProblem> InOrder(IEnumerable<ConfigurationProblem> problems) => problems
        .OrderBy(problem => problem.Position.Source.Kind)
        .ThenBy(problem => problem.Position.Line)
        .ThenBy(problem => problem.Position.Column);

    private static SchemaSection Describe()
    {
        var start = new SourcePosition(ConfigurationSource.Argument("schema"), 1, 1);
        var session = new ReadSession { KnownPaths = [] };
        SectionReader.ReadRoot(session, new MapNode(start, []), Settings.Read, out var schema);
        return schema;
    }
}

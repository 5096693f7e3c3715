namespace Simulation.Rpl;

/// <summary>One scenario file.</summary>
public sealed class Scenario
{
    /// <summary>The file's folder and name.</summary>
    public required string Id { get; init; }

    /// <summary>Which family it belongs to.</summary>
    public Dialect Dialect { get; set; }

    /// <summary>
    /// Lines of the configuration, comments gone. A temporary file's name is a line of NUL and its key.
    /// </summary>
    public List<string> Configuration { get; } = [];

    /// <summary>Temporary files by key.</summary>
    public Dictionary<string, string> Files { get; } = [];

    /// <summary>True if the scenario wants the resolver started with a command line of its own.</summary>
    public bool HasCommandLine { get; set; }

    /// <summary>What servers answer.</summary>
    public List<AnswerRange> Ranges { get; } = [];

    /// <summary>What happens, in order.</summary>
    public List<ScenarioStep> Steps { get; } = [];

    /// <summary>Every entry of ranges and steps.</summary>
    public IEnumerable<Entry> Entries => Ranges.SelectMany(range => range.Entries)
        .Concat(Steps.Where(step => step.Entry is not null).Select(step => step.Entry!));
}

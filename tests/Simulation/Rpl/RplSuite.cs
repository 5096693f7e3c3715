
namespace Simulation.Rpl;

/// <summary>Plays many scenarios and judges them against the list of those that do not pass yet.</summary>
public sealed class RplSuite(NotPassingList notPassing, TextWriter output, Action<string>? listener)
{
    private readonly List<PlayResult> _results = [];

    /// <summary>Every result so far.</summary>
    public IReadOnlyList<PlayResult> Results => _results;

    /// <summary>Scenarios that fail and are not listed, or pass and are.</summary>
    public int Surprises { get; private set; }

    /// <summary>Files of the lists and folders given, in order, each once.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths) =>
    [
        .. paths.SelectMany(FilesOf).Distinct(),
    ];

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*rpl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [path];

    /// <summary>Plays one file.</summary>
    public void Play(string path)
    {
        var result = PlayOne(path, listener);
        _results.Add(result);
        var isListed = notPassing.Reasons.TryGetValue(result.Scenario, out var reason);
        if (result.Status == PlayStatus.Pass && isListed)
            Surprise($"PASSES  {result.Scenario}: remove it from the list ({reason})");
        else if (result.Status == PlayStatus.Pass)
            output.WriteLine($"pass    {result.Scenario}");
        else if (isListed)
            output.WriteLine($"listed  {result.Scenario}: {reason}");
        else
            Surprise($"FAILS   {result.Scenario}: {result.Status}: {result.Reason}");
    }

    /// <summary>How many scenarios ended how, and in the last line how many were a surprise.</summary>
    public string Summary()
    {
        var counts = Enum.GetValues<PlayStatus>()
            .Select(status => $"{_results.Count(result => result.Status == status)} {status}");
        var passed = _results.Count(result => result.Status == PlayStatus.Pass);
        return $"{string.Join(", ", counts)}, {notPassing.Reasons.Count} listed\n{passed} passed, {Surprises} failed";
    }

    /// <summary>Plays one file in a world of its own.</summary>
    public static PlayResult PlayOne(string path, Action<string>? listener = null)
    {
        Scenario scenario;
        ScenarioSettings settings;
        try
        {
            scenario = ScenarioReader.Load(path);
            settings = SettingsReader.Read(scenario);
        }
        catch (Exception fault) when (fault is FormatException or IOException)
        {
            return new(Path.GetFileName(Path.GetDirectoryName(path)) + "/" + Path.GetFileName(path),
                PlayStatus.Unreadable, fault.Message);
        }
        ExtraSettings.Apply(scenario.Id, settings);
        if (settings.Special.Count > 0)
            return new(scenario.Id, PlayStatus.Excluded, string.Join("; ", settings.Special));
        SignatureRepair.Apply(scenario);
        Resigning.Resigner.Apply(scenario, settings);
        if (settings.IgnoresDates)
            settings.Time ??= ScenarioTrust.SignatureTime(scenario);
        using var world = World.Seeded(1);
        world.Trace.Listener = listener;
        var player = new ScenarioPlayer(scenario, settings, world);
        if (ScenarioResolver.Install(world, settings) is { } lack)
            return new(scenario.Id, PlayStatus.Excluded, lack);
        return player.Play();
    }

    private void Surprise(string text)
    {
        Surprises++;
        output.WriteLine(text);
    }
}

namespace Simulation.Rpl;

/// <summary>
/// Scenarios that do not pass yet, each under the reason: a line that begins with '#' begins a group, every other
/// line is a scenario. The list may only shrink: one that passes must be taken off it.
/// </summary>
public sealed class NotPassingList
{
    private readonly Dictionary<string, string> _reasons = [];

    /// <summary>A list of nothing.</summary>
    public static NotPassingList Empty { get; } = new();

    /// <summary>The scenarios and their reasons.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A scenario without a reason, or listed twice.</exception>
    public static NotPassingList Load(string path)
    {
        var list = new NotPassingList();
        var reason = "";
        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Trim();
            if (line.StartsWith('#'))
                reason = line.TrimStart('#', ' ');
            else if (line.Length > 0)
                list.Add(line, reason);
        }
        return list;
    }

    private void Add(string scenario, string reason)
    {
        if (reason.Length == 0)
            throw new FormatException($"{scenario} is listed without a reason");
        if (!_reasons.TryAdd(scenario, reason))
            throw new FormatException($"{scenario} is listed twice");
    }
}

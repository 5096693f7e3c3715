namespace Resolverd.Tests.Packaging;

/// <summary>A systemd unit as systemd reads it: assignments in sections, in order.</summary>
internal sealed class UnitFile
{
    private readonly List<(string Section, string Key, string Value)> _assignments = [];

    private UnitFile(string text)
    {
        var section = "";
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line[0] is '#' or ';')
                continue;
            if (line[0] == '[' && line[^1] == ']')
                section = line[1..^1];
            else if (line.Split('=', 2) is [var key, var value])
                _assignments.Add((section, key, value));
            else
                throw new FormatException($"'{line}' is no assignment");
        }
    }

    public IEnumerable<string> Sections => _assignments.Select(assignment => assignment.Section).Distinct();

    public static UnitFile Read(string path) => new(File.ReadAllText(path));

    /// <summary>All values given to a key of the service, in order.</summary>
    public string[] Service(string key) =>
        [.. _assignments.Where(a => a.Section == "Service" && a.Key == key).Select(a => a.Value)];
}

namespace Dns.Tests.Text;

/// <summary>Registry tables and vectors that come with the tests.</summary>
internal static class Registry
{
    public static IEnumerable<(int Number, string Name)> Read(string file) =>
        Lines(file).Skip(1).Select(line => line.Split(',')).Select(row => (int.Parse(row[0]), row[1]));

    public static List<string> Lines(string file)
    {
        using var stream = typeof(Registry).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}

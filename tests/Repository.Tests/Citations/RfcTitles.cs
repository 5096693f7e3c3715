using System.Globalization;
using Repository.Tests.Reading;

namespace Repository.Tests.Citations;

/// <summary>The short titles that the index prints beside the numbers.</summary>
internal static class RfcTitles
{
    /// <summary>Where the titles are kept: one line each, number and title, a tab between.</summary>
    public const string Path = "tests/Repository.Tests/Citations/titles.tsv";

    /// <summary>Reads the list.</summary>
    public static IReadOnlyDictionary<int, string> Read() =>
        Tree.Read(Path).Lines
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => int.Parse(parts[0], CultureInfo.InvariantCulture), parts => parts[1]);
}

using System.Text.RegularExpressions;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>What lies at the top, and what no file may name.</summary>
internal static partial class TreeRules
{
    /// <summary>Lines of a room's README: one screen and a half.</summary>
    public const int MaxReadmeLines = 40;

    private static readonly string[] TopFolders = ["src", "tests", "bench", "zones", "docs"];

    private static readonly string[] TopFiles =
        ["Resolver.sln", "README.md", "CHANGELOG.md", "LICENSE", "global.json"];

    /// <summary>The top level holds what the architecture names and no more; dotfiles are the tools' own.</summary>
    public static IEnumerable<Finding> TopLevelIsFixed(IEnumerable<string> paths) =>
        paths.Where(path => !IsKnownAtTheTop(path))
            .Select(path => new Finding(path, 1, $"{path.Split('/')[0]} does not belong at the top"));

    /// <summary>Every folder directly under src has a README, and it is short.</summary>
    public static IEnumerable<Finding> RoomsHaveReadmes(IReadOnlyCollection<TextFile> files)
    {
        var rooms = files.Select(file => file.Path.Split('/'))
            .Where(parts => parts is ["src", _, _, ..])
            .Select(parts => parts[1])
            .Distinct();

        foreach (var room in rooms)
        {
            var readme = files.FirstOrDefault(file => file.Path == $"src/{room}/README.md");
            if (readme is null)
                yield return new Finding($"src/{room}/README.md", 1, "no README");
            else if (readme.Lines.Length > MaxReadmeLines)
                yield return new Finding(readme.Path, MaxReadmeLines + 1, $"longer than {MaxReadmeLines} lines");
        }
    }

    /// <summary>No file fixes the host of a package registry.</summary>
    public static IEnumerable<Finding> NoRegistryHosts(TextFile file) =>
        file.Lines.Index()
            .Where(line => Registry().IsMatch(line.Item))
            .Select(line => new Finding(file.Path, line.Index + 1, "the host of a package registry"));

    private static bool IsKnownAtTheTop(string path)
    {
        var top = path.Split('/')[0];

        return top.StartsWith('.')
            || (top == path
                ? TopFiles.Contains(top) || DirectoryProps().IsMatch(top)
                : TopFolders.Contains(top));
    }

    [GeneratedRegex(@"^Directory\.\w+\.(props|targets)$")]
    private static partial Regex DirectoryProps();

    [GeneratedRegex(@"(nuget\.(org|cdn)|npmjs\.(org|com)|yarnpkg\.com|pypi\.(org|io)|pythonhosted\.org|crates\.io"
        + @"|golang\.org|rubygems\.org|(deb|security|snapshot|archive|ftp)\.debian\.org|archive\.ubuntu\.com"
        + @"|docker\.io|mcr\.microsoft\.com|ghcr\.io|quay\.io|pkgs\.dev\.azure\.com)", RegexOptions.IgnoreCase)]
    private static partial Regex Registry();
}

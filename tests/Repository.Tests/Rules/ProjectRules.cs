using System.Xml.Linq;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>Who may refer to whom among the projects that ship.</summary>
internal static class ProjectRules
{
    /// <summary>Every project that ships, with the projects it may refer to.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["src/Dns/Dns.csproj"] = [],
        ["src/Dnssec/Dnssec.csproj"] = ["Dns"],
        ["src/Resolver/Resolver.csproj"] = ["Dns", "Dnssec"],
        ["src/Resolverd/Resolverd.csproj"] = ["Dns", "Dnssec", "Resolver"],
    };

    private static readonly string[] OurNamespaces = ["Dns", "Dnssec", "Resolver", "Resolverd"];

    /// <summary>A project that ships is in the table and refers to nothing that the table does not grant.</summary>
    public static IEnumerable<Finding> ReferencesAreGranted(TextFile project)
    {
        if (!Table.TryGetValue(project.Path, out var granted))
            return [new Finding(project.Path, 1, "a project that the table does not know")];

        return Includes(project, "ProjectReference")
            .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Where(name => !granted.Contains(name))
            .Select(name => new Finding(project.Path, 1, $"refers to {name}"));
    }

    /// <summary>No project opens a namespace of ours for all files: arrows are read from each file's lines.</summary>
    public static IEnumerable<Finding> NoGlobalUsings(TextFile project) =>
        Includes(project, "Using")
            .Where(name => OurNamespaces.Contains(name.Split('.')[0]))
            .Select(name => new Finding(project.Path, 1, $"opens {name} for every file"));

    /// <summary>No file opens a namespace for all others.</summary>
    public static IEnumerable<Finding> NoGlobalUsings(SourceFile file) =>
        file.Nodes<Microsoft.CodeAnalysis.CSharp.Syntax.UsingDirectiveSyntax>()
            .Where(directive => directive.GlobalKeyword.RawKind != 0)
            .Select(directive => file.At(directive, "a global using"));

    private static IEnumerable<string> Includes(TextFile project, string item) =>
        XDocument.Parse(project.Text).Descendants(item)
            .Select(element => element.Attribute("Include")?.Value)
            .OfType<string>();
}

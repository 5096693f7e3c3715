using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>What a document names must exist.</summary>
internal static partial class DocumentRules
{
    private static readonly string[] TopFolders = ["src", "tests", "bench", "zones", "docs", ".ci"];

    /// <summary>Every name that the code uses, comments and strings aside.</summary>
    public static HashSet<string> NamesIn(IEnumerable<SourceFile> sources) =>
        [.. sources.SelectMany(file => file.Syntax.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText)];

    /// <summary>A word in backticks that is spelled like a type or member is one.</summary>
    public static IEnumerable<Finding> NamesExist(TextFile document, IReadOnlySet<string> names) =>
        from span in CodeSpans(document)
        where !span.Text.Contains('/', StringComparison.Ordinal)
        from part in span.Text.Split('.', '(', ')', '<', '>', ',', ' ')
        where CodeName().IsMatch(part) && !names.Contains(part)
        select new Finding(document.Path, span.Line, $"{part} does not exist in the code");

    /// <summary>A path in backticks, and a link to a file, leads somewhere.</summary>
    public static IEnumerable<Finding> PathsExist(TextFile document, IReadOnlyCollection<string> paths)
    {
        var folder = string.Join('/', document.Path.Split('/')[..^1]);
        var spans = CodeSpans(document)
            .Where(span => OwnPath().IsMatch(span.Text) && TopFolders.Contains(span.Text.Split('/')[0]))
            .Select(span => (span.Line, Target: span.Text));
        var links = document.Lines.Index()
            .SelectMany(line => Link().Matches(line.Item).Select(link => (line.Index + 1, link.Groups[1].Value)))
            .Where(link => !link.Value.Contains(':', StringComparison.Ordinal))
            .Select(link => (Line: link.Item1, Target: Normal(folder, link.Value)));

        return spans.Concat(links)
            .Where(use => !Exists(use.Target.TrimEnd('/'), paths))
            .Select(use => new Finding(document.Path, use.Line, $"{use.Target} does not exist"));
    }

    private static bool Exists(string target, IReadOnlyCollection<string> paths) =>
        target.Length == 0 || paths.Contains(target)
        || paths.Any(path => path.StartsWith(target + "/", StringComparison.Ordinal));

    private static string Normal(string folder, string link)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{link.Split('#')[0]}".Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    private static IEnumerable<(int Line, string Text)> CodeSpans(TextFile document)
    {
        var fenced = false;
        foreach (var (index, line) in document.Lines.Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            if (fenced)
                continue;
            foreach (Match span in Span().Matches(line))
                yield return (index + 1, span.Groups[1].Value);
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    // Two capitals and a small letter at least, as type names have and words of the wire (NXDOMAIN, AXFR) have not.
    [GeneratedRegex("^(?=.*[a-z].*)[A-Z](?=.*[A-Z])[A-Za-z0-9]{3,}$")]
    private static partial Regex CodeName();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)*/?$")]
    private static partial Regex OwnPath();
}

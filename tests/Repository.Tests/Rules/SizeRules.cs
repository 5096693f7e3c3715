using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>How large a thing may be before a reader loses it.</summary>
internal static class SizeRules
{
    /// <summary>Lines in a file: what is read in one sitting.</summary>
    public const int MaxFileLines = 400;

    /// <summary>Lines in a method: what fits on one screen.</summary>
    public const int MaxMethodLines = 60;

    /// <summary>Columns in a line: two files side by side.</summary>
    public const int MaxColumns = 120;

    /// <summary>Parameters of a method. Positional records are data; a foreign function is as it is.</summary>
    public const int MaxParameters = 6;

    /// <summary>A file is no longer than <see cref="MaxFileLines"/>.</summary>
    public static IEnumerable<Finding> FileLength(TextFile file)
    {
        if (file.Lines.Length > MaxFileLines)
            yield return new Finding(file.Path, MaxFileLines, $"{file.Lines.Length} lines, at most {MaxFileLines}");
    }

    /// <summary>A line is no wider than <see cref="MaxColumns"/>.</summary>
    public static IEnumerable<Finding> LineLength(TextFile file) =>
        file.Lines.Index()
            .Where(line => line.Item.Length > MaxColumns)
            .Select(line => (Number: line.Index + 1, line.Item.Length))
            .Select(line => new Finding(file.Path, line.Number, $"{line.Length} columns, at most {MaxColumns}"));

    /// <summary>A method, accessor or local function is no longer than <see cref="MaxMethodLines"/>.</summary>
    public static IEnumerable<Finding> MethodLength(SourceFile file)
    {
        var bodies = file.Syntax.DescendantNodes().Where(IsCode).ToList();
        var program = file.Nodes<GlobalStatementSyntax>().ToList();
        var findings = bodies
            .Select(body => (Place: body, Lines: LinesOf(file, FirstToken(body).SpanStart, body.Span.End)))
            .ToList();
        if (program.Count > 0)
            findings.Add((program[0], LinesOf(file, program[0].SpanStart, program[^1].Span.End)));

        return findings
            .Where(finding => finding.Lines > MaxMethodLines)
            .Select(finding => file.At(finding.Place, $"a method of {finding.Lines} lines, at most {MaxMethodLines}"));
    }

    /// <summary>A method takes no more than <see cref="MaxParameters"/>.</summary>
    public static IEnumerable<Finding> Parameters(SourceFile file) =>
        file.Nodes<ParameterListSyntax>()
            .Where(list => list.Parameters.Count > MaxParameters)
            .Where(list => list.Parent is not RecordDeclarationSyntax && !IsForeign(list.Parent))
            .Select(list => file.At(list, $"{list.Parameters.Count} parameters, at most {MaxParameters}"));

    private static bool IsCode(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null };

    private static SyntaxToken FirstToken(SyntaxNode node) =>
        node.ChildNodesAndTokens()
            .Where(child => !child.IsKind(SyntaxKind.AttributeList))
            .Select(child => child.IsToken ? child.AsToken() : child.AsNode()!.GetFirstToken())
            .First();

    private static int LinesOf(SourceFile file, int start, int end) => file.Line(end) - file.Line(start) + 1;

    private static bool IsForeign(SyntaxNode? node) =>
        node is MethodDeclarationSyntax method
        && method.AttributeLists.SelectMany(list => list.Attributes)
            .Any(attribute => attribute.Name.ToString() is "LibraryImport" or "DllImport");
}

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>What must not be left behind in the code.</summary>
internal static partial class LeftoverRules
{
    private static readonly SyntaxKind[] Comments =
        [SyntaxKind.SingleLineCommentTrivia, SyntaxKind.MultiLineCommentTrivia];

    /// <summary>No regions: a type that needs folding needs splitting.</summary>
    public static IEnumerable<Finding> NoRegions(SourceFile file) =>
        file.Syntax.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia))
            .Select(trivia => file.At(trivia, "a region"));

    /// <summary>No notes of work to be done: it is done, or it is a known limitation in a README.</summary>
    public static IEnumerable<Finding> NoMarkers(TextFile file) =>
        file.Lines.Index()
            .Select(line => (Line: line.Index + 1, Marker: Marker().Match(line.Item)))
            .Where(found => found.Marker.Success)
            .Select(found => new Finding(file.Path, found.Line, $"a left-over {found.Marker.Value}"));

    /// <summary>No code in comments: history remembers it.</summary>
    public static IEnumerable<Finding> NoCommentedOutCode(SourceFile file) =>
        file.Syntax.DescendantTrivia()
            .Where(trivia => Comments.Contains(trivia.Kind()))
            .Where(trivia => trivia.ToString().Split('\n').Any(line => Statement().IsMatch(line)))
            .Select(trivia => file.At(trivia, "code in a comment"));

    /// <summary>No test is skipped: it passes, or it is not there.</summary>
    public static IEnumerable<Finding> NoSkippedTests(SourceFile file) =>
        file.Nodes<AttributeArgumentSyntax>()
            .Where(argument => argument.NameEquals?.Name.Identifier.Text is "Skip" or "SkipWhen" or "SkipUnless")
            .Select(argument => file.At(argument, "a skipped test"));

    /// <summary>No test sleeps on the wall clock: a delay names the clock it runs on.</summary>
    public static IEnumerable<Finding> NoSleeping(SourceFile file) =>
        file.Nodes<InvocationExpressionSyntax>()
            .Where(call => call.Expression.ToString() == "Thread.Sleep"
                || (call.Expression.ToString() == "Task.Delay" && call.ArgumentList.Arguments.Count == 1))
            .Select(call => file.At(call, $"{call.Expression} in a test"));

    [GeneratedRegex("\\b(TO" + "DO|FIX" + "ME|HA" + "CK|XX" + "X)\\b")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\s*(//+|/?\*+)?\s*(
          (var|return|throw|await|using|if|foreach|for|while|public|private|internal|protected|static)\b[^.]*[;{]
        | [\w.\[\]]+\s*=\s*[^=].*;
        | [\w.]+\(.*\);
        | [{}]
        )\s*$", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Statement();
}

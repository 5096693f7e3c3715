using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repository.Tests.Reading;

namespace Repository.Tests.Citations;

/// <summary>Finds the citations in code, tests and the list of departures.</summary>
internal static partial class CitationReader
{
    /// <summary>Comments of the form <c>// RFC 2308 §5: what the code does</c>.</summary>
    public static IEnumerable<Citation> InCode(SourceFile file) =>
        Comments(file)
            .SelectMany(comment => Paragraphs(comment.ToString()))
            .Select(paragraph => new Citation(CitationKind.Enforced, paragraph.Rfc, paragraph.Section, file.Path));

    /// <summary>Attributes of the form <c>[Rfc(2308, "5")]</c>, on a test or on a class of tests.</summary>
    public static IEnumerable<Citation> InTests(SourceFile file) =>
        from attribute in file.Nodes<AttributeSyntax>()
        where attribute.Name.ToString() is "Rfc" or "RfcAttribute"
        let arguments = attribute.ArgumentList?.Arguments ?? []
        where arguments.Count == 2
        let number = arguments[0].Expression as LiteralExpressionSyntax
        let section = arguments[1].Expression as LiteralExpressionSyntax
        where number?.Token.Value is int && section?.Token.Value is string
        select new Citation(
            CitationKind.Proven, (int)number.Token.Value!, section.Token.ValueText, $"{file.Path}: {Owner(attribute)}");

    /// <summary>Headings of the form <c>## RFC 8767 §5: what we do instead</c>.</summary>
    public static IEnumerable<Citation> InDepartures(TextFile file) =>
        file.Lines
            .Where(line => line.StartsWith('#'))
            .SelectMany(line => Paragraphs(line.TrimStart('#')))
            .Select(paragraph => new Citation(CitationKind.Departed, paragraph.Rfc, paragraph.Section, file.Path));

    /// <summary>A comment that opens with an RFC cites it in the one form that the index reads.</summary>
    public static IEnumerable<Finding> OneForm(SourceFile file) =>
        Comments(file)
            .Where(comment => Opening().IsMatch(comment.ToString()) && !Form().IsMatch(comment.ToString()))
            .Select(comment => file.At(comment, "cite as: // RFC 2308 §5: the rule in our own words"));

    private static IEnumerable<(int Rfc, string Section)> Paragraphs(string line)
    {
        if (Form().Match(line) is not { Success: true } form)
            yield break;

        foreach (Match reference in Reference().Matches(form.Groups["refs"].Value))
        {
            var rfc = int.Parse(reference.Groups["rfc"].ValueSpan, CultureInfo.InvariantCulture);
            foreach (Match section in Section().Matches(reference.Groups["sections"].Value))
                yield return (rfc, section.Groups[1].Value);
        }
    }

    private static IEnumerable<SyntaxTrivia> Comments(SourceFile file) =>
        file.Syntax.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));

    private static string Owner(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => "",
    };

    [GeneratedRegex(@"^//\s*RFC\s*\d")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(//)?\s*(?<refs>RFC \d+ §[0-9A-Z][\w.]*(?<!\.)(, (RFC \d+ )?§[0-9A-Z][\w.]*(?<!\.))*): \S")]
    private static partial Regex Form();

    [GeneratedRegex(@"RFC (?<rfc>\d+) (?<sections>(, )?§[\w.]+(, §[\w.]+)*)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"§([\w.]+)")]
    private static partial Regex Section();
}

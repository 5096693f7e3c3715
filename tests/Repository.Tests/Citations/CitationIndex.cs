using System.Globalization;
using System.Text;

namespace Repository.Tests.Citations;

/// <summary>The index of the RFCs by paragraph, as <c>docs/rfc.md</c> holds it.</summary>
internal static class CitationIndex
{
    private const string Head = """
        # RFC by RFC

        Which file enforces a paragraph and which test proves it. Generated from the citations in `src/`, the `[Rfc]`
        attributes in `tests/` and the headings of [departures.md](departures.md). To write it anew:

            RESOLVERD_REGENERATE=1 dotnet test tests/Repository.Tests

        """;

    /// <summary>The whole document: the same citations give the same octets, in whatever order they come.</summary>
    public static string Write(IEnumerable<Citation> citations, IReadOnlyDictionary<int, string> titles)
    {
        var text = new StringBuilder(Head);
        foreach (var rfc in citations.GroupBy(citation => citation.Rfc).OrderBy(group => group.Key))
        {
            var title = titles.TryGetValue(rfc.Key, out var known) ? $": {known}" : "";
            text.Append(CultureInfo.InvariantCulture, $"\n## RFC {rfc.Key}{title}\n\n");
            text.Append("| § | enforced in | proven by |\n|---|---|---|\n");
            foreach (var paragraph in Paragraphs(rfc))
                text.Append($"| {paragraph.Key} | {Enforced(paragraph)} | {Proven(paragraph)} |\n");
        }

        return text.ToString();
    }

    private static IOrderedEnumerable<IGrouping<string, Citation>> Paragraphs(IEnumerable<Citation> rfc) =>
        rfc.GroupBy(citation => citation.Section).OrderBy(group => SortKey(group.Key), StringComparer.Ordinal);

    private static string Enforced(IEnumerable<Citation> citations)
    {
        var places = Places(citations, CitationKind.Enforced).Select(place => $"`{place}`");
        var departed = Places(citations, CitationKind.Departed).Select(_ => "[departs](departures.md)");

        return string.Join("<br>", places.Concat(departed));
    }

    private static string Proven(IEnumerable<Citation> citations) =>
        string.Join("<br>", Places(citations, CitationKind.Proven).Select(Sentence));

    private static string Sentence(string place) => place.Split('/')[^1].Replace('_', ' ');

    private static IEnumerable<string> Places(IEnumerable<Citation> citations, CitationKind kind) =>
        citations.Where(citation => citation.Kind == kind)
            .Select(citation => citation.Place)
            .Distinct()
            .Order(StringComparer.Ordinal);

    // Sections sort by number, 4.10 after 4.9, and appendices follow the numbered ones.
    private static string SortKey(string section) =>
        string.Join('.', section.Split('.').Select(part => part.PadLeft(6, char.IsDigit(part[0]) ? '0' : 'A')));
}

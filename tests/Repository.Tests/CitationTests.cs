using Repository.Tests.Citations;
using Repository.Tests.Reading;

namespace Repository.Tests;

public sealed class CitationTests
{
    private const string IndexPath = "docs/rfc.md";

    private const string DeparturesPath = "docs/departures.md";

    [Fact]
    public void Every_citation_has_the_one_form() =>
        Findings.None(Tree.Sources.Where(file => file.Folders[0] == "src").SelectMany(CitationReader.OneForm));

    [Fact]
    public void The_index_is_what_the_sources_say()
    {
        var fresh = CitationIndex.Write(Citations(), RfcTitles.Read());
        if (Environment.GetEnvironmentVariable("RESOLVERD_REGENERATE") == "1")
            File.WriteAllText(Path.Combine(Tree.Root, IndexPath), fresh);

        var kept = File.ReadAllText(Path.Combine(Tree.Root, IndexPath));

        Assert.True(
            fresh == kept,
            $"{IndexPath} is stale. Run: RESOLVERD_REGENERATE=1 dotnet test tests/Repository.Tests");
    }

    [Fact]
    public void Code_cites_by_comments()
    {
        var file = SourceFile.Of("src/Dns/A.cs", """
            // RFC 2308 §5: negative answers live as long as the SOA says.
            // RFC 4034 §3.1.3, RFC 4035 §5.3.2, §5.3.3: the label count.
            // Free prose on RFC 1035 §1 is no citation.
            var x = "// RFC 9999 §1: a string is no citation";
            """);

        Assert.Equal(
            ["2308 5", "4034 3.1.3", "4035 5.3.2", "4035 5.3.3"],
            CitationReader.InCode(file).Select(citation => $"{citation.Rfc} {citation.Section}"));
    }

    [Fact]
    public void Tests_cite_by_attributes()
    {
        var file = SourceFile.Of("tests/T/A.cs", """
            [Rfc(6672, "3.1")]
            class A { [Fact, Rfc(8767, "4")] void A_rule() { } [Fact] void Another() { } }
            """);

        Assert.Equal(
            ["6672 3.1 tests/T/A.cs: A", "8767 4 tests/T/A.cs: A_rule"],
            CitationReader.InTests(file).Select(citation => $"{citation.Rfc} {citation.Section} {citation.Place}"));
    }

    [Fact]
    public void Departures_cite_by_headings()
    {
        var file = new TextFile(DeparturesPath, "# Departures\n\n## RFC 8767 §5: sooner\nRFC 1 §1: prose\n");

        var citations = CitationReader.InDepartures(file);

        Assert.Equal([new Citation(CitationKind.Departed, 8767, "5", DeparturesPath)], citations);
    }

    [Theory]
    [InlineData("// RFC 2308 §5: fine.", 0)]
    [InlineData("// RFC 9460 §D.2: fine.", 0)]
    [InlineData("// RFC 2308 5: no paragraph sign", 1)]
    [InlineData("// RFC2308 §5: no space", 1)]
    [InlineData("// RFC 2308 §5.: a trailing dot", 1)]
    [InlineData("// RFC 2308 §5 no colon", 1)]
    [InlineData("// RFC 2308 says: no section", 1)]
    public void The_form_rule_sees_other_spellings(string text, int findings) =>
        Assert.Equal(findings, Findings.In("src/Dns/A.cs", text, CitationReader.OneForm).Length);

    [Fact]
    public void The_index_does_not_depend_on_the_order_of_reading()
    {
        var citations = Citations().ToArray();

        var forth = CitationIndex.Write(citations, RfcTitles.Read());
        var back = CitationIndex.Write(citations.Reverse(), RfcTitles.Read());

        Assert.Equal(forth, back);
    }

    [Fact]
    public void The_index_sorts_sections_by_number_and_tells_who_enforces_and_who_proves()
    {
        Citation[] citations =
        [
            new(CitationKind.Enforced, 1035, "4.10", "src/Dns/B.cs"),
            new(CitationKind.Enforced, 1035, "4.9", "src/Dns/A.cs"),
            new(CitationKind.Proven, 1035, "4.9", "tests/Dns.Tests/T.cs: A_rule_holds"),
            new(CitationKind.Departed, 1035, "A.1", DeparturesPath),
        ];

        var text = CitationIndex.Write(citations, new Dictionary<int, string> { [1035] = "Names" });

        Assert.EndsWith("""
            ## RFC 1035: Names

            | § | enforced in | proven by |
            |---|---|---|
            | 4.9 | `src/Dns/A.cs` | T.cs: A rule holds |
            | 4.10 | `src/Dns/B.cs` |  |
            | A.1 | [departs](departures.md) |  |

            """, text);
    }

    private static IEnumerable<Citation> Citations() =>
    [
        .. Tree.Sources.Where(file => file.Folders[0] == "src").SelectMany(CitationReader.InCode),
        .. Tree.Sources.Where(file => file.Folders[0] == "tests").SelectMany(CitationReader.InTests),
        .. CitationReader.InDepartures(Tree.Read(DeparturesPath)),
    ];
}

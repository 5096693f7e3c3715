using Repository.Tests.Reading;
using Repository.Tests.Rules;

namespace Repository.Tests;

public sealed class TreeTests
{
    private static readonly string[] Readable =
    [
        ".cs", ".csproj", ".props", ".targets", ".json", ".md", ".py", ".sh", ".c", ".yaml", ".yml", ".xml", ".config",
        ".txt",
    ];

    private static readonly string[] NamedByNoExtension =
        [".ci/run", "Resolver.sln", ".editorconfig", ".gitignore", ".gitattributes", "LICENSE"];

    private static IReadOnlyList<TextFile> Documents =>
    [
        .. Tree.Texts(".md").Where(file => file.Path is not ("CHANGELOG.md" or "docs/rfc.md")),
    ];

    [Fact]
    public void The_top_level_is_as_the_architecture_draws_it() =>
        Findings.None(TreeRules.TopLevelIsFixed(Tree.Paths));

    [Fact]
    public void Every_room_that_ships_has_a_README_of_at_most_40_lines() =>
        Findings.None(TreeRules.RoomsHaveReadmes(
            [.. Tree.Texts(".md", ".csproj").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))]));

    [Fact]
    public void No_file_fixes_the_host_of_a_package_registry() =>
        Findings.None(
            Tree.Texts(Readable)
                .Concat(NamedByNoExtension.Select(Tree.Read))
                .Where(file => file.Path != "tests/Repository.Tests/Rules/TreeRules.cs")
                .SelectMany(TreeRules.NoRegistryHosts));

    [Fact]
    public void Every_name_in_a_document_exists()
    {
        var names = DocumentRules.NamesIn(Tree.Sources);

        Findings.None(Documents.SelectMany(document => DocumentRules.NamesExist(document, names)));
    }

    [Fact]
    public void Every_path_in_a_document_exists() =>
        Findings.None(Documents.SelectMany(document => DocumentRules.PathsExist(document, [.. Tree.Paths])));

    [Theory]
    [InlineData("src/Dns/A.cs", 0)]
    [InlineData(".ci/run", 0)]
    [InlineData("Directory.Build.props", 0)]
    [InlineData("README.md", 0)]
    [InlineData("tools/x.sh", 1)]
    [InlineData("notes.md", 1)]
    [InlineData("src", 1)]
    public void The_top_level_rule_knows_what_belongs(string path, int findings) =>
        Assert.Equal(findings, TreeRules.TopLevelIsFixed([path]).Count());

    [Theory]
    [InlineData(40, 0)]
    [InlineData(41, 1)]
    public void The_README_rule_lets_40_lines_pass_and_not_41(int lines, int findings)
    {
        var readme = new TextFile("src/Dns/README.md", string.Concat(Enumerable.Repeat("x\n", lines)));

        Assert.Equal(findings, TreeRules.RoomsHaveReadmes([readme]).Count());
    }

    [Fact]
    public void The_README_rule_sees_a_room_without_one() =>
        Assert.Single(TreeRules.RoomsHaveReadmes([new TextFile("src/Dns/Dns.csproj", "")]));

    [Theory]
    [InlineData("https://api.nuget", ".org/v3/index.json")]
    [InlineData("deb http://deb.debian", ".org/debian bookworm main")]
    [InlineData("registry.npmjs", ".org")]
    [InlineData("https://pypi", ".org/simple")]
    public void The_registry_rule_sees_hosts(string before, string after) =>
        Assert.Single(TreeRules.NoRegistryHosts(new TextFile("a", "fine\n" + before + after)));

    [Theory]
    [InlineData("See `AliasChain` and `RecordCache.Find()`.", 1)]
    [InlineData("See `AliasChain`.", 0)]
    [InlineData("Say `NXDOMAIN`, `dig`, `--set`, `a.example.`, `TYPE65280` or RecordCache.", 0)]
    [InlineData("```\nRecordCache\n`RecordCache`\n```", 0)]
    public void The_name_rule_sees_names_that_are_gone(string text, int findings) =>
        Assert.Equal(findings, DocumentRules.NamesExist(
            new TextFile("docs/a.md", text), new HashSet<string> { "AliasChain", "Find" }).Count());

    [Fact]
    public void The_code_s_names_are_read_from_its_tokens_alone()
    {
        var names = DocumentRules.NamesIn([SourceFile.Of("a.cs", "class AliasChain { } // RecordCache\n")]);

        Assert.Equal(["AliasChain"], names);
    }

    [Theory]
    [InlineData("`src/Dns` and `docs/a.md` and [a](a.md) and [b](../README.md#top)", 0)]
    [InlineData("`src/Gone`", 1)]
    [InlineData("[a](gone.md)", 1)]
    [InlineData("`etc/resolv.conf` and [web](https://example.net/)", 0)]
    public void The_path_rule_sees_paths_that_lead_nowhere(string text, int findings) =>
        Assert.Equal(findings, DocumentRules.PathsExist(
            new TextFile("docs/a.md", text), ["docs/a.md", "src/Dns/A.cs", "README.md"]).Count());
}

using Simulation.Rpl;
using Xunit;

namespace Simulation.Tests;

public sealed class ScenarioTests
{
    private const string Small = """
        stub-addr: 193.0.14.129 # the root
        query-minimization: off
        CONFIG_END
        SCENARIO_BEGIN One server knows all
        RANGE_BEGIN 0 100
            ADDRESS 193.0.14.129
        ENTRY_BEGIN
        MATCH opcode qtype qname
        ADJUST copy_id
        REPLY QR AA NOERROR
        SECTION QUESTION
        www.example. IN A
        SECTION ANSWER
        www.example. 300 IN A ( 192.0.2.1 ) ; parentheses and a comment
        ENTRY_END
        RANGE_END
        STEP 1 QUERY
        ENTRY_BEGIN
        REPLY RD
        SECTION QUESTION
        www.example. IN A
        ENTRY_END
        STEP 2 CHECK_ANSWER
        ENTRY_BEGIN
        MATCH all ttl
        REPLY QR RD RA NOERROR
        SECTION QUESTION
        www.example. IN A
        SECTION ANSWER
        www.example. 300 IN A EXPECTED
        ENTRY_END
        SCENARIO_END
        """;

    /// <summary>The project's own scenarios, by file name.</summary>
    public static TheoryData<string> Own =>
        [.. Directory.EnumerateFiles(Folder, "*.rpl").Select(path =>
            Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Scenarios");

    [Theory, MemberData(nameof(Own))]
    public void Every_scenario_of_our_own_passes(string file)
    {
        var result = RplSuite.PlayOne(Path.Combine(Folder, file));

        Assert.True(result.Status == PlayStatus.Pass, result.Reason);
    }

    [Theory]
    [InlineData("192.0.2.1", PlayStatus.Pass)]
    [InlineData("192.0.2.2", PlayStatus.Fail)]
    public void A_scenario_passes_only_if_the_answer_is_the_expected_one(string expected, PlayStatus status)
    {
        var result = Play(Small.Replace("EXPECTED", expected, StringComparison.Ordinal));

        Assert.Equal(status, result.Status);
    }

    [Fact]
    public void A_missing_end_makes_a_file_unreadable()
    {
        var result = Play(Small.Replace("ENTRY_END\nRANGE_END", "", StringComparison.Ordinal));

        Assert.Equal(PlayStatus.Unreadable, result.Status);
    }

    [Fact]
    public void A_setting_that_only_one_resolver_has_excludes_a_scenario()
    {
        var result = Play("feature-list: policy = magic\n" + Small.Replace("EXPECTED", "192.0.2.1",
            StringComparison.Ordinal));

        Assert.Equal(PlayStatus.Excluded, result.Status);
    }

    [Fact]
    public void The_older_dialect_is_known_by_its_clauses()
    {
        const string Text = """
            server:
                val-override-date: "20070916134226"
                do-ip6: no # comment
            stub-zone: name: "." stub-addr: 193.0.14.129
            forward-zone:
                name: "example.com"
                forward-addr: 10.0.0.1@53
            CONFIG_END
            SCENARIO_BEGIN nothing happens
            SCENARIO_END
            """;

        var scenario = ScenarioReader.Read("a/b.rpl", Text);
        var settings = SettingsReader.Read(scenario);

        Assert.Equal(Dialect.Clauses, scenario.Dialect);
        Assert.Equal(1_189_950_146, settings.Time);
        Assert.False(settings.UsesIPv6);
        Assert.Equal(["193.0.14.129"], Assert.Single(settings.RootHints).Addresses);
        Assert.Equal(["10.0.0.1"], Assert.Single(settings.Forwards).Addresses);
    }

    [Fact]
    public void A_list_of_what_does_not_pass_needs_reasons()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "# because\na/b.rpl\n");
        var list = NotPassingList.Load(path);
        File.WriteAllText(path, "a/b.rpl\n");

        Assert.Equal("because", list.Reasons["a/b.rpl"]);
        Assert.Throws<FormatException>(() => NotPassingList.Load(path));
        File.Delete(path);
    }

    [Fact]
    public void A_listed_scenario_that_passes_is_a_surprise()
    {
        var path = Path.Combine(Folder, "doubled_records.rpl");
        var listPath = Path.GetTempFileName();
        File.WriteAllText(listPath, "# not yet\nScenarios/doubled_records.rpl\n");
        var output = new StringWriter();
        var suite = new RplSuite(NotPassingList.Load(listPath), output, listener: null);

        suite.Play(path);

        Assert.Equal(1, suite.Surprises);
        Assert.Contains("remove it from the list", output.ToString(), StringComparison.Ordinal);
        File.Delete(listPath);
    }

    private static PlayResult Play(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        var result = RplSuite.PlayOne(path);
        File.Delete(path);
        return result;
    }
}

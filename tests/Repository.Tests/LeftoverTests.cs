using Repository.Tests.Reading;
using Repository.Tests.Rules;

namespace Repository.Tests;

public sealed class LeftoverTests
{
    private static IEnumerable<SourceFile> Tests =>
        Tree.Sources.Where(file => file.Folders[0] == "tests");

    [Fact]
    public void There_are_no_regions() => Findings.None(Tree.Sources.SelectMany(LeftoverRules.NoRegions));

    [Fact]
    public void No_note_of_unfinished_work_is_left() =>
        Findings.None(Tree.Texts(".cs", ".py", ".sh", ".md", ".props", ".csproj").SelectMany(LeftoverRules.NoMarkers));

    [Fact]
    public void No_code_is_commented_out() => Findings.None(Tree.Sources.SelectMany(LeftoverRules.NoCommentedOutCode));

    [Fact]
    public void No_test_is_skipped() => Findings.None(Tests.SelectMany(LeftoverRules.NoSkippedTests));

    [Fact]
    public void No_test_sleeps() => Findings.None(Tests.SelectMany(LeftoverRules.NoSleeping));

    [Fact]
    public void The_region_rule_sees_a_region() =>
        Assert.Equal(["2: a region"], Findings.In("a.cs", "\n#region x\n#endregion", LeftoverRules.NoRegions));

    [Theory]
    [InlineData("// TO", "DO: later")]
    [InlineData("/* FIX", "ME */")]
    [InlineData("# HA", "CK")]
    public void The_marker_rule_sees_each_marker(string before, string after) =>
        Assert.Single(LeftoverRules.NoMarkers(new TextFile("a", "fine\n" + before + after)));

    [Theory]
    [InlineData("// var x = 1;")]
    [InlineData("// return;")]
    [InlineData("// cache.Insert(name, type);")]
    [InlineData("// total = 5;")]
    [InlineData("// if (x) {")]
    [InlineData("/*\n * foreach (var x in y)\n * {\n */")]
    [InlineData("// }")]
    public void The_comment_rule_sees_code(string text) =>
        Assert.Single(Findings.In("a.cs", text, LeftoverRules.NoCommentedOutCode));

    [Theory]
    [InlineData("// Return early: the name is known.")]
    [InlineData("// RFC 2308 §5: the SOA's minimum bounds it; a larger TTL is cut.")]
    [InlineData("// if the answer is old; then it is stale.")]
    [InlineData("// A name (RFC 1035) ends in the root;")]
    public void The_comment_rule_lets_sentences_pass(string text) =>
        Assert.Empty(Findings.In("a.cs", text, LeftoverRules.NoCommentedOutCode));

    [Fact]
    public void The_skip_rule_sees_a_reason() =>
        Assert.Single(
            Findings.In("a.cs", "class A { [Fact(Skip = \"x\")] void M() {} }", LeftoverRules.NoSkippedTests));

    [Theory]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("await Task.Delay(1);")]
    public void The_sleep_rule_sees_both_ways_to_sleep(string text) =>
        Assert.Single(Findings.In("a.cs", text, LeftoverRules.NoSleeping));

    [Fact]
    public void The_sleep_rule_lets_a_delay_on_a_given_clock_pass() =>
        Assert.Empty(Findings.In("a.cs", "await Task.Delay(span, clock);", LeftoverRules.NoSleeping));
}

using Repository.Tests.Reading;
using Repository.Tests.Rules;

namespace Repository.Tests;

public sealed class SizeTests
{
    private static readonly string[] Written = [".cs", ".py", ".sh", ".c", ".targets", ".props", ".csproj"];

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        Findings.None(Tree.Texts(Written).Append(Tree.Read(".ci/run")).SelectMany(SizeRules.FileLength));

    [Fact]
    public void No_line_is_wider_than_120_columns() =>
        Findings.None(Tree.Texts(Written).Append(Tree.Read(".ci/run")).SelectMany(SizeRules.LineLength));

    [Fact]
    public void No_method_is_longer_than_60_lines() =>
        Findings.None(Tree.Sources.SelectMany(SizeRules.MethodLength));

    [Fact]
    public void No_method_has_more_than_6_parameters() =>
        Findings.None(Tree.Sources.SelectMany(SizeRules.Parameters));

    [Theory]
    [InlineData(400, 0)]
    [InlineData(401, 1)]
    public void The_file_rule_lets_400_lines_pass_and_not_401(int lines, int findings)
    {
        var file = new TextFile("a.cs", string.Concat(Enumerable.Repeat("x\n", lines)));

        Assert.Equal(findings, SizeRules.FileLength(file).Count());
    }

    [Theory]
    [InlineData(120, 0)]
    [InlineData(121, 1)]
    public void The_line_rule_lets_120_columns_pass_and_not_121(int columns, int findings)
    {
        var file = new TextFile("a.cs", "short\n" + new string('x', columns) + "\n");

        Assert.Equal(findings, SizeRules.LineLength(file).Count());
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    public void The_method_rule_lets_60_lines_pass_and_not_61(int lines, int findings)
    {
        var body = string.Concat(Enumerable.Repeat("x++;\n", lines - 3));

        var found = Findings.In("a.cs", $"class A {{\n[Fact]\nvoid M()\n{{\n{body}}}\n}}", SizeRules.MethodLength);

        Assert.Equal(findings, found.Length);
    }

    [Theory]
    [InlineData("int P { get {\nBODY} }")]
    [InlineData("A() {\nBODY}")]
    [InlineData("void M() { void Inner() {\nBODY} }")]
    [InlineData("Action M() => () => {\nBODY};")]
    public void The_method_rule_sees_accessors_constructors_local_functions_and_expressions(string member)
    {
        var text = "class A {" + member.Replace("BODY", string.Concat(Enumerable.Repeat("x++;\n", 61))) + "}";

        Assert.NotEmpty(Findings.In("a.cs", text, SizeRules.MethodLength));
    }

    [Fact]
    public void The_method_rule_sees_a_program_without_a_class()
    {
        var text = string.Concat(Enumerable.Repeat("F();\n", 61));

        Assert.Equal(["1: a method of 61 lines, at most 60"], Findings.In("a.cs", text, SizeRules.MethodLength));
    }

    [Theory]
    [InlineData("class A { void M(int a, int b, int c, int d, int e, int f) {} }", 0)]
    [InlineData("class A { void M(int a, int b, int c, int d, int e, int f, int g) {} }", 1)]
    [InlineData("class A(int a, int b, int c, int d, int e, int f, int g);", 1)]
    [InlineData("record A(int B, int C, int D, int E, int F, int G, int H);", 0)]
    [InlineData("class A { [DllImport(X)] static extern int M(int a, int b, int c, int d, int e, int f, int g); }", 0)]
    public void The_parameter_rule_lets_6_pass_and_not_7(string text, int findings) =>
        Assert.Equal(findings, Findings.In("a.cs", text, SizeRules.Parameters).Length);
}

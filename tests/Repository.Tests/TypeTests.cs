using Repository.Tests.Reading;
using Repository.Tests.Rules;

namespace Repository.Tests;

public sealed class TypeTests
{
    private static IEnumerable<SourceFile> Shipped => Tree.Sources.Where(file => file.Folders[0] == "src");

    [Fact]
    public void Every_file_is_understood_by_the_parser() => Findings.None(Tree.Sources.SelectMany(TypeRules.Parses));

    [Fact]
    public void Every_type_has_a_file_of_its_own() => Findings.None(Tree.Sources.SelectMany(TypeRules.OneTypePerFile));

    [Fact]
    public void Namespaces_follow_folders() =>
        Findings.None(Tree.Sources.SelectMany(TypeRules.NamespaceFollowsFolders));

    // What BenchmarkDotNet runs is a class it derives from each bench.
    [Fact]
    public void Every_class_is_sealed() =>
        Findings.None(Tree.Sources.Where(file => file.Folders[0] != "bench").SelectMany(TypeRules.Sealed));

    [Fact]
    public void Every_struct_that_ships_is_readonly() => Findings.None(Shipped.SelectMany(TypeRules.ReadonlyStructs));

    [Fact]
    public void Nothing_is_partial_but_what_a_generator_completes() =>
        Findings.None(Tree.Sources.SelectMany(TypeRules.NoPartial));

    [Fact]
    public void Every_type_and_visible_member_that_ships_has_a_docstring() =>
        Findings.None(Shipped.SelectMany(TypeRules.Docstrings));

    [Theory]
    [InlineData("class {")]
    [InlineData("class A { void M( }")]
    public void The_parser_rule_sees_broken_code(string text) =>
        Assert.NotEmpty(Findings.In("src/Dns/A.cs", text, TypeRules.Parses));

    [Theory]
    [InlineData("src/Dns/A.cs", "class A; class B;", "1: a second type, B, in the file")]
    [InlineData("src/Dns/A.cs", "class A; delegate void B();", "1: a second type, B, in the file")]
    [InlineData("src/Dns/A.cs", "public class B;", "1: B stands in a file named A")]
    [InlineData("tests/T/A.cs", "public class A; public class B;", "1: a second type, B, in the file")]
    public void The_file_rule_sees_a_second_type_and_a_wrong_name(string path, string text, string finding) =>
        Assert.Equal([finding], Findings.In(path, text, TypeRules.OneTypePerFile));

    [Theory]
    [InlineData("src/Dns/A.cs", "class A { class Inner; } file class B;")]
    [InlineData("src/Dns/A.cs", "readonly struct A<T>;")]
    [InlineData("tests/T/A.cs", "class Helper; public class A;")]
    [InlineData("tests/T/Program.cs", "return 0;")]
    public void The_file_rule_lets_nested_generic_and_file_local_types_pass(string path, string text) =>
        Assert.Empty(Findings.In(path, text, TypeRules.OneTypePerFile));

    [Theory]
    [InlineData("namespace Dns.Names;", 0)]
    [InlineData("namespace Dns;", 1)]
    [InlineData("namespace Dns.Names.Deeper { }", 1)]
    public void The_namespace_rule_compares_with_the_folder(string text, int findings) =>
        Assert.Equal(findings, Findings.In("src/Dns/Names/A.cs", text, TypeRules.NamespaceFollowsFolders).Length);

    [Theory]
    [InlineData("class A;", 1)]
    [InlineData("record A;", 1)]
    [InlineData("sealed class A { class B; }", 1)]
    [InlineData("sealed class A; static class B; abstract record C; record struct D; struct E; interface F;", 0)]
    public void The_sealing_rule_sees_open_classes(string text, int findings) =>
        Assert.Equal(findings, Findings.In("a.cs", text, TypeRules.Sealed).Length);

    [Theory]
    [InlineData("struct A;", 1)]
    [InlineData("record struct A(int B);", 1)]
    [InlineData("readonly struct A; ref struct B; readonly record struct C; [StructLayout(X)] struct D;", 0)]
    [InlineData("struct A { [InlineArray(4)] struct B; }", 0)]
    [InlineData("sealed class A { private struct B; }", 0)]
    public void The_struct_rule_sees_mutable_structs(string text, int findings) =>
        Assert.Equal(findings, Findings.In("a.cs", text, TypeRules.ReadonlyStructs).Length);

    [Theory]
    [InlineData("partial class A;", 1)]
    [InlineData("partial class A { [GeneratedRegex(\"x\")] partial Regex X(); }", 0)]
    [InlineData("partial class A { [LibraryImport(\"c\")] partial int X(); }", 0)]
    [InlineData("partial class A { [LoggerMessage(1)] partial void X(); }", 0)]
    public void The_partial_rule_sees_what_no_generator_completes(string text, int findings) =>
        Assert.Equal(findings, Findings.In("a.cs", text, TypeRules.NoPartial).Length);

    [Theory]
    [InlineData("class A;", 1)]
    [InlineData("/// <summary>A.</summary>\nclass A { public int B; internal void C() {} protected int D => 1; }", 3)]
    [InlineData("/// <summary>A.</summary>\nclass A {\n// All.\npublic int B;\npublic int C;\n\npublic int D;\n}", 1)]
    [InlineData("/// <summary>A.</summary>\nenum A { B }", 1)]
    [InlineData("/// <summary>A.</summary>\ninterface A { void B(); }", 1)]
    [InlineData("/// <summary>A.</summary>\nclass A {\n\nstruct B { public int C; } }", 1)]
    [InlineData("/// <summary>A.</summary>\nclass A { int b; void C() {} public override int D() => 1; }", 0)]
    [InlineData("/// <summary>A.</summary>\nclass A { /// <inheritdoc/>\npublic int B; }", 0)]
    public void The_docstring_rule_sees_bare_members(string text, int findings) =>
        Assert.Equal(findings, Findings.In("src/Dns/A.cs", text, TypeRules.Docstrings).Length);
}

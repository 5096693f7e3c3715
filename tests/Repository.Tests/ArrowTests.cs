using Repository.Tests.Reading;
using Repository.Tests.Rules;

namespace Repository.Tests;

public sealed class ArrowTests
{
    private static readonly ILookup<string, string> SomeTypes = ArrowRules.TypesByRoom(
    [
        SourceFile.Of("src/Resolver/QueryHandler.cs", "namespace Resolver; class QueryHandler;"),
        SourceFile.Of("src/Resolver/Cache/RecordCache.cs", "namespace Resolver.Cache; class RecordCache;"),
        SourceFile.Of("src/Resolver/Recursion/Iterator.cs", "namespace Resolver.Recursion; class Iterator;"),
    ]);

    [Fact]
    public void A_room_of_the_resolver_knows_only_the_rooms_before_it()
    {
        var types = ArrowRules.TypesByRoom(Tree.Sources);

        Findings.None(Tree.Sources.SelectMany(file => ArrowRules.RoomsKnowOnlyRoomsBefore(file, types)));
    }

    [Fact]
    public void Below_the_daemon_nothing_knows_the_world() =>
        Findings.None(Tree.Sources.SelectMany(ArrowRules.OnlyTheDaemonKnowsTheWorld));

    [Fact]
    public void Projects_refer_only_to_what_the_table_grants() =>
        Findings.None(Shipped().SelectMany(ProjectRules.ReferencesAreGranted));

    [Fact]
    public void Nothing_is_opened_for_all_files() =>
        Findings.None(
        [
            .. Shipped().SelectMany(ProjectRules.NoGlobalUsings),
            .. Tree.Sources.Where(file => file.Folders[0] == "src").SelectMany(ProjectRules.NoGlobalUsings),
        ]);

    [Theory]
    [InlineData("using Resolver.Recursion;")]
    [InlineData("using static Resolver.Recursion.Iterator;")]
    [InlineData("using X = Resolver.Recursion.Iterator;")]
    [InlineData("class A { global::Resolver.Recursion.Iterator x; }")]
    [InlineData("class A { Recursion.Iterator x; }")]
    [InlineData("class A { void M() => Recursion.Iterator.Run(); }")]
    [InlineData("class A { void M() => new Resolver.Recursion.Iterator<int>(); }")]
    [InlineData("class A { QueryHandler x; }")]
    [InlineData("class A { void M() => QueryHandler.Handle(); }")]
    [InlineData("using Resolver;")]
    public void The_arrow_rule_sees_a_room_further_on(string text) =>
        Assert.NotEmpty(RoomsKnow("src/Resolver/Answers/A.cs", text));

    [Theory]
    [InlineData("src/Resolver/Answers/A.cs", "using Resolver.Cache; using Dns; class A { Cache.RecordCache x; }")]
    [InlineData("src/Resolver/Answers/A.cs", "using Resolver.Answers.Encoding;")]
    [InlineData("src/Resolver/Answers/A.cs", "class A { void M() => this.Recursion.Start(x.QueryHandler); }")]
    [InlineData("src/Resolver/QueryHandler.cs", "using Resolver.Recursion;")]
    [InlineData("src/Resolverd/A.cs", "using Resolver.Recursion; using Resolver;")]
    public void The_arrow_rule_lets_rooms_before_pass(string path, string text) =>
        Assert.Empty(RoomsKnow(path, text));

    [Fact]
    public void The_arrow_rule_knows_no_other_rooms() =>
        Assert.Equal(["1: Util is not one of the rooms"], RoomsKnow("src/Resolver/Util/A.cs", "class A;"));

    [Theory]
    [InlineData("src/Resolver/Recursion/A.cs", "using System.Net.Sockets;", 1)]
    [InlineData("src/Dns/A.cs", "class A { Microsoft.Extensions.Logging.ILogger x; }", 1)]
    [InlineData("src/Resolverd/A.cs", "using System.Net.Sockets;", 0)]
    [InlineData("src/Dns/A.cs", "using System.Net;", 0)]
    [InlineData("src/Dns/A.cs", "using AddressFamily = System.Net.Sockets.AddressFamily;", 0)]
    public void The_world_rule_sees_sockets_below_the_daemon(string path, string text, int lines) =>
        Assert.Equal(lines, Findings.In(path, text, ArrowRules.OnlyTheDaemonKnowsTheWorld).Length);

    [Theory]
    [InlineData("src/Dnssec/Dnssec.csproj", "../Dns/Dns.csproj", 0)]
    [InlineData("src/Dnssec/Dnssec.csproj", "../Resolver/Resolver.csproj", 1)]
    [InlineData("src/Dns/Dns.csproj", @"..\Dnssec\Dnssec.csproj", 1)]
    [InlineData("src/Extra/Extra.csproj", "../Dns/Dns.csproj", 1)]
    public void The_project_rule_compares_with_the_table(string path, string reference, int findings)
    {
        var project = new TextFile(
            path, $"<Project><ItemGroup><ProjectReference Include=\"{reference}\" /></ItemGroup></Project>");

        Assert.Equal(findings, ProjectRules.ReferencesAreGranted(project).Count());
    }

    [Fact]
    public void The_global_using_rule_sees_both_spellings()
    {
        var project = new TextFile(
            "src/Resolver/Resolver.csproj",
            "<Project><ItemGroup><Using Include=\"Dns.Names\" /></ItemGroup></Project>");

        Assert.Single(ProjectRules.NoGlobalUsings(project));
        Assert.Single(Findings.In("src/Dns/A.cs", "global using Dns.Names;", ProjectRules.NoGlobalUsings));
    }

    private static IEnumerable<TextFile> Shipped() =>
        Tree.Texts(".csproj").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    private static string[] RoomsKnow(string path, string text) =>
        Findings.In(path, text, file => ArrowRules.RoomsKnowOnlyRoomsBefore(file, SomeTypes));
}

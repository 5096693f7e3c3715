using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>
/// Which room may know which. Assemblies are held apart by their project references; inside <c>Resolver</c> a folder
/// may use only the folders before it in <see cref="Rooms"/>, and the root, which tells the story, may use them all.
/// </summary>
internal static class ArrowRules
{
    /// <summary>The rooms of the thinking, each knowing only those before it.</summary>
    public static readonly string[] Rooms =
        ["Ports", "Queries", "Cache", "Answers", "Policy", "LocalRoot", "Validation", "Recursion"];

    private const string Root = "";

    // The assembly's own vocabulary: it knows nothing of any room and every room may speak it.
    private static readonly string[] Vocabulary = ["Invariant", "InvariantException", "HotPathAttribute"];

    private static readonly string[] World =
    [
        "System.Net.Sockets", "System.Net.Security", "System.Net.Http", "System.Net.Quic",
        "System.Net.NetworkInformation", "Microsoft.AspNetCore", "Microsoft.Extensions", "YamlDotNet",
        "System.CommandLine", "Spectre",
    ];

    /// <summary>The types that each room declares; those of the root under the empty name.</summary>
    public static ILookup<string, string> TypesByRoom(IEnumerable<SourceFile> sources) =>
        sources.Where(file => RoomOf(file) is not null)
            .SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>()
                .Select(type => (Room: RoomOf(file)!, type.Identifier.Text)))
            .Where(type => type.Room != Root || !Vocabulary.Contains(type.Text))
            .ToLookup(type => type.Room, type => type.Text);

    /// <summary>A room of <c>Resolver</c> mentions only itself and rooms before it, by whatever spelling.</summary>
    public static IEnumerable<Finding> RoomsKnowOnlyRoomsBefore(SourceFile file, ILookup<string, string> types)
    {
        if (RoomOf(file) is not { } room || room == Root)
            return [];
        if (!Rooms.Contains(room))
            return [new Finding(file.Path, 1, $"{room} is not one of the rooms")];

        var usings = file.Nodes<UsingDirectiveSyntax>()
            .Select(directive => (Place: (SyntaxNode)directive, Target: TargetOfUsing(directive)));
        var names = file.Nodes<NameSyntax>()
            .Where(name => name is not SimpleNameSyntax || IsLeftmost(name))
            .Select(name => (Place: (SyntaxNode)name, Target: TargetOfName(name.ToString(), types)));
        var accesses = file.Nodes<MemberAccessExpressionSyntax>()
            .Select(access => (Place: (SyntaxNode)access, Target: TargetOfName(access.ToString(), types)));

        return usings.Concat(names).Concat(accesses)
            .Where(use => use.Target is not null && !MayUse(room, use.Target))
            .Select(use => file.At(use.Place, $"{room} knows {(use.Target == Root ? "the root" : use.Target)}"));
    }

    /// <summary>Below <c>Resolverd</c> nothing names a socket, TLS, a web server or a configuration library.</summary>
    public static IEnumerable<Finding> OnlyTheDaemonKnowsTheWorld(SourceFile file) =>
        file.Folders is not ["src", "Dns" or "Dnssec" or "Resolver", ..]
            ? []
            : file.Nodes<NameSyntax>()
                .Where(name => name.Parent is not QualifiedNameSyntax && IsWorld(name.ToString()))
                .Select(name => file.At(name, $"{name} below the daemon"));

    // Which family an address is of is a fact about the address; the platform keeps the word beside its sockets.
    private static bool IsWorld(string name) =>
        name != "System.Net.Sockets.AddressFamily"
        && World.Any(world => name == world || name.StartsWith(world + ".", StringComparison.Ordinal));

    private static string? RoomOf(SourceFile file) => file.Folders switch
    {
        ["src", "Resolver"] => Root,
        ["src", "Resolver", var room, ..] => room,
        _ => null,
    };

    private static bool MayUse(string room, string target) =>
        target != Root && Array.IndexOf(Rooms, target) <= Array.IndexOf(Rooms, room);

    private static string? TargetOfUsing(UsingDirectiveSyntax directive) =>
        Parts(directive.NamespaceOrType.ToString()) switch
        {
            ["Resolver"] => Root,
            ["Resolver", var room, ..] => Rooms.Contains(room) ? room : Root,
            _ => null,
        };

    private static string? TargetOfName(string name, ILookup<string, string> types) => Parts(name) switch
    {
        ["Resolver", var room, ..] when Rooms.Contains(room) => room,
        ["Resolver", var type, ..] when types[Root].Contains(type) => Root,
        [var room, var type, ..] when Rooms.Contains(room) && types[room].Contains(type) => room,
        [var type, ..] when types[Root].Contains(type) => Root,
        _ => null,
    };

    private static bool IsLeftmost(NameSyntax name) =>
        !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        && !(name.Parent is QualifiedNameSyntax qualified && qualified.Right == name)
        && name.Parent is not (NameColonSyntax or NameEqualsSyntax);

    private static string[] Parts(string name) =>
    [
        .. name.Replace("global::", "", StringComparison.Ordinal).Split('.').Select(part => part.Split('<')[0].Trim()),
    ];
}

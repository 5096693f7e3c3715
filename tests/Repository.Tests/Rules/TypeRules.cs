using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Repository.Tests.Reading;

namespace Repository.Tests.Rules;

/// <summary>How a type is written and where it stands.</summary>
internal static class TypeRules
{
    private static readonly string[] Generators =
        ["GeneratedRegex", "LoggerMessage", "LibraryImport", "JsonSerializable", "JsonSourceGenerationOptions"];

    private static readonly string[] Layouts = ["StructLayout", "InlineArray"];

    /// <summary>The compiler's parser accepts the file, so that the other rules see what is there.</summary>
    public static IEnumerable<Finding> Parses(SourceFile file) =>
        file.Tree.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => new Finding(
                file.Path, file.Line(diagnostic.Location.SourceSpan.Start), diagnostic.GetMessage()));

    /// <summary>
    /// One type per file, and the file is named after it. File-local types are details of their neighbour and do not
    /// count; tests may keep internal helpers beside the class that uses them.
    /// </summary>
    public static IEnumerable<Finding> OneTypePerFile(SourceFile file)
    {
        var types = TopLevelTypes(file).Where(type => !Has(type, SyntaxKind.FileKeyword)).ToList();
        var counted = file.Folders[0] == "src" ? types : [.. types.Where(type => Has(type, SyntaxKind.PublicKeyword))];
        var name = Path.GetFileNameWithoutExtension(file.Path);

        foreach (var further in counted.Skip(1))
            yield return file.At(further, $"a second type, {NameOf(further)}, in the file");
        if (types.Count > 0 && NameOf(counted.FirstOrDefault() ?? types[0]) is var first && first != name)
            yield return file.At(counted.FirstOrDefault() ?? types[0], $"{first} stands in a file named {name}");
    }

    /// <summary>The namespace spells the folders from the project down.</summary>
    public static IEnumerable<Finding> NamespaceFollowsFolders(SourceFile file)
    {
        var expected = string.Join('.', file.Folders.Skip(1));

        return file.Nodes<BaseNamespaceDeclarationSyntax>()
            .Where(declared => declared.Name.ToString() != expected)
            .Select(declared => file.At(declared.Name, $"namespace {declared.Name}, the folder says {expected}"));
    }

    /// <summary>Every class is sealed, static or abstract.</summary>
    public static IEnumerable<Finding> Sealed(SourceFile file) =>
        file.Nodes<TypeDeclarationSyntax>()
            .Where(type => type is ClassDeclarationSyntax || type.IsKind(SyntaxKind.RecordDeclaration))
            .Where(type => !Has(type, SyntaxKind.SealedKeyword, SyntaxKind.StaticKeyword, SyntaxKind.AbstractKeyword))
            .Select(type => file.At(type.Identifier, $"{NameOf(type)} is not sealed"));

    /// <summary>Every struct is readonly, but for enumerators, ref structs, private ones and storage.</summary>
    public static IEnumerable<Finding> ReadonlyStructs(SourceFile file) =>
        file.Nodes<TypeDeclarationSyntax>()
            .Where(type => type is StructDeclarationSyntax || type.IsKind(SyntaxKind.RecordStructDeclaration))
            .Where(type => !Has(type, SyntaxKind.ReadOnlyKeyword, SyntaxKind.RefKeyword))
            .Where(type => NameOf(type) != "Enumerator" && !IsPrivate(type))
            .Where(type => !type.DescendantNodes().OfType<AttributeSyntax>().Any(IsLayout))
            .Select(type => file.At(type.Identifier, $"{NameOf(type)} is a mutable struct"));

    /// <summary>A type is in one piece; only what a source generator completes is partial.</summary>
    public static IEnumerable<Finding> NoPartial(SourceFile file) =>
        file.Nodes<TypeDeclarationSyntax>()
            .Where(type => Has(type, SyntaxKind.PartialKeyword))
            .Where(type => NameOf(type) != "Enumerator" && !IsPrivate(type))
            .Where(type => !type.DescendantNodes().OfType<AttributeSyntax>().Any(IsGenerator))
            .Select(type => file.At(type.Identifier, $"{NameOf(type)} is partial and nothing generates the rest"));

    /// <summary>
    /// Every type, and every member that others can see, says what it is for. One comment may stand over a group of
    /// members without blank lines between them. Of constructors the compiler asks for what is public.
    /// </summary>
    public static IEnumerable<Finding> Docstrings(SourceFile file) =>
        file.Nodes<MemberDeclarationSyntax>()
            .Where(member => member is not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax))
            .Where(member => IsSeen(member) && !IsTold(member))
            .Select(member => file.At(FirstName(member), "no docstring"));

    private static bool IsTold(SyntaxNode? member)
    {
        while (member is not null && !HasComment(member))
            member = HasBlankLine(member) ? null : Before(member);

        return member is not null;
    }

    private static bool HasComment(SyntaxNode member) =>
        member.GetLeadingTrivia().Any(trivia => trivia.GetStructure() is DocumentationCommentTriviaSyntax
            || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));

    private static bool HasBlankLine(SyntaxNode member) =>
        member.GetLeadingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static SyntaxNode? Before(SyntaxNode member) =>
        member.Parent?.ChildNodes().TakeWhile(sibling => sibling != member).LastOrDefault() as MemberDeclarationSyntax;

    private static bool IsSeen(MemberDeclarationSyntax member)
    {
        if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            return true;
        if (member is ConstructorDeclarationSyntax || Has(member, SyntaxKind.OverrideKeyword))
            return false;
        if (member.Parent is BaseTypeDeclarationSyntax owner && IsPrivate(owner))
            return false;

        return member.Parent is InterfaceDeclarationSyntax or EnumDeclarationSyntax
            || Has(member, SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword);
    }

    private static bool IsPrivate(MemberDeclarationSyntax type) =>
        type.Parent is TypeDeclarationSyntax
        && !Has(type, SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword);

    private static SyntaxToken FirstName(MemberDeclarationSyntax member) =>
        member.ChildTokens().FirstOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)) is { RawKind: > 0 } name
            ? name
            : member.GetLastToken();

    private static IEnumerable<MemberDeclarationSyntax> TopLevelTypes(SourceFile file) =>
        file.Nodes<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(member => member.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is BaseTypeDeclarationSyntax named
            ? named.Identifier.Text
            : ((DelegateDeclarationSyntax)type).Identifier.Text;

    private static bool Has(MemberDeclarationSyntax member, params SyntaxKind[] kinds) =>
        member.Modifiers.Any(modifier => kinds.Contains(modifier.Kind()));

    private static bool IsLayout(AttributeSyntax attribute) => Layouts.Contains(attribute.Name.ToString());

    private static bool IsGenerator(AttributeSyntax attribute) => Generators.Contains(attribute.Name.ToString());
}

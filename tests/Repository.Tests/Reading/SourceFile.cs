using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Repository.Tests.Reading;

/// <summary>A C# file with its syntax tree.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.Preview, DocumentationMode.Parse);

    private SourceFile(TextFile file, SyntaxTree tree)
    {
        File = file;
        Tree = tree;
        Syntax = tree.GetRoot();
    }

    /// <summary>The text behind the tree.</summary>
    public TextFile File { get; }

    /// <summary>The tree, which carries syntax errors where the text has them.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>The tree's root.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>The path from the root of the repository.</summary>
    public string Path => File.Path;

    /// <summary>The folders of the path, without the file.</summary>
    public string[] Folders => Path.Split('/')[..^1];

    /// <summary>Parses a file.</summary>
    public static SourceFile Of(TextFile file) =>
        new(file, CSharpSyntaxTree.ParseText(file.Text, Options, file.Path));

    /// <summary>Parses a snippet as if it stood at a path.</summary>
    public static SourceFile Of(string path, string text) => Of(new TextFile(path, text));

    /// <summary>All nodes of one kind, in order of the text.</summary>
    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    /// <summary>A finding at a node.</summary>
    public Finding At(SyntaxNodeOrToken place, string message) => new(Path, Line(place.Span.Start), message);

    /// <summary>A finding at a comment.</summary>
    public Finding At(SyntaxTrivia place, string message) => new(Path, Line(place.Span.Start), message);

    /// <summary>The line a position is on, counted from 1.</summary>
    public int Line(int position) => Tree.GetText().Lines.GetLineFromPosition(position).LineNumber + 1;
}

namespace Repository.Tests.Reading;

/// <summary>The working tree the tests judge: every file that is ours, read once.</summary>
internal static class Tree
{
    /// <summary>The folder that holds <c>Resolver.sln</c>.</summary>
    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    private static readonly string[] NotOurs =
        [".git", "artifacts", "bin", "obj", "BenchmarkDotNet.Artifacts", "__pycache__"];

    private static readonly Lazy<IReadOnlyList<string>> LazyPaths =
        new(() => [.. Walk(Root, "").Order(StringComparer.Ordinal)]);

    private static readonly Lazy<IReadOnlyList<SourceFile>> LazySources = new(ReadSources);

    /// <summary>Every file, relative to the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Paths => LazyPaths.Value;

    /// <summary>Every C# file, parsed.</summary>
    public static IReadOnlyList<SourceFile> Sources => LazySources.Value;

    /// <summary>Every text a person reads or a program runs: code, scripts, projects, documents.</summary>
    public static IEnumerable<TextFile> Texts(params string[] extensions) =>
        Paths.Where(path => extensions.Contains(Path.GetExtension(path))).Select(Read);

    /// <summary>One file by its path from the root.</summary>
    public static TextFile Read(string path) => new(path, File.ReadAllText(Path.Combine(Root, path)));

    private static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Resolver.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Resolver.sln above {from}.");
    }

    private static IEnumerable<string> Walk(string folder, string prefix)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return prefix + Path.GetFileName(file);

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (NotOurs.Contains(name))
                continue;
            foreach (var path in Walk(child, prefix + name + "/"))
                yield return path;
        }
    }

    private static SourceFile[] ReadSources() =>
        [.. Texts(".cs").Select(SourceFile.Of)];
}

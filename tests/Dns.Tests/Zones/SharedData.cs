namespace Dns.Tests.Zones;

/// <summary>Files beside the repository that some machines have: real zones and torture files.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>A file or folder below it, or null where it is not there.</summary>
    public static string? Find(string path)
    {
        var full = Root is null ? null : Path.Combine(Root, "data", path);
        return Path.Exists(full) ? full : null;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("RESOLVERD_SHARED") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Resolver.sln")))
                return Path.Combine(folder.FullName, "..", "shared");
        }
        return null;
    }
}

namespace Resolverd.Tests;

/// <summary>Where the working copy is that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Resolver.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}

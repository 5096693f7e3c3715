namespace Resolverd.Configuration.Syntax;

/// <summary>
/// Where settings text came from: a file, or one <c>--set</c> argument. Relative paths in it start at
/// <see cref="BaseDirectory"/>.
/// </summary>
internal sealed record ConfigurationSource(string Name, string BaseDirectory, ConfigurationSourceKind Kind)
{
    /// <summary>A file; relative paths inside it start at the file's own folder.</summary>
    public static ConfigurationSource File(string path) =>
        new(path, Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/", ConfigurationSourceKind.File);

    /// <summary>A <c>--set</c> argument; relative paths inside it start at the working directory.</summary>
    public static ConfigurationSource Argument(string keyPath) =>
        new("--set " + keyPath, Environment.CurrentDirectory, ConfigurationSourceKind.Argument);
}

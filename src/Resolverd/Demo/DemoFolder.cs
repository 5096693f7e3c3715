using Resolverd.Commands;
using Resolverd.Hosting;

namespace Resolverd.Demo;

/// <summary>A folder for the files that the resolver of a demo is given; it goes when the demo ends.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly DirectoryInfo _folder;

    private DemoFolder(DirectoryInfo folder) => _folder = folder;

    /// <summary>Makes one where temporary files go.</summary>
    /// <exception cref="DaemonException">It cannot be made.</exception>
    public static DemoFolder Create()
    {
        try
        {
            return new(Directory.CreateTempSubdirectory("resolverd-demo-"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DaemonException(
                ExitCode.CannotUseFile, $"no folder can be made in {Path.GetTempPath()}: {e.Message}", e);
        }
    }

    /// <summary>The path of a file or folder in it.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}

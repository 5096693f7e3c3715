using System.Text;
using Resolverd.Configuration;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Tests.Configuration;

/// <summary>A settings file in a folder of its own, which goes when the test ends.</summary>
internal sealed class SettingsFile : IDisposable
{
    public SettingsFile(string text = "", string name = "resolverd.yaml")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public SettingsFile(byte[] bytes, string name = "resolverd.yaml")
    {
        Folder = Directory.CreateTempSubdirectory("resolverd-test-").FullName;
        Path = System.IO.Path.Combine(Folder, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Folder { get; }

    public string Path { get; }

    public string Add(string name, string text)
    {
        var path = System.IO.Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Reads the file as a version would that has every feature.</summary>
    public LoadedSettings Load(params string[] overrides) =>
        SettingsLoader.Load(new SettingsSource(Path, [.. overrides]), PlannedKeys.Read);

    public static LoadedSettings LoadText(string text, params string[] overrides)
    {
        using var file = new SettingsFile(text);
        return file.Load(overrides);
    }

    public static ConfigurationProblem TheProblemOf(string text, params string[] overrides) =>
        Assert.Single(LoadText(text, overrides).Problems);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

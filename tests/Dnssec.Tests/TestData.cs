namespace Dnssec.Tests;

/// <summary>Files that lie beside the tests.</summary>
internal static class TestData
{
    /// <summary>The lines of a file under Data.</summary>
    public static string[] Lines(string name) => File.ReadAllLines(Locate(name));

    /// <summary>The text of a file under Data.</summary>
    public static string Text(string name) => File.ReadAllText(Locate(name));

    private static string Locate(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}

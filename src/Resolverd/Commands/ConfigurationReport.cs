using Resolverd.Configuration;

namespace Resolverd.Commands;

/// <summary>Tells an operator what is wrong with the settings.</summary>
internal static class ConfigurationReport
{
    /// <summary>One line per problem, and one that says what that means.</summary>
    public static void Write(TextWriter error, LoadedSettings loaded)
    {
        foreach (var problem in loaded.Problems)
            error.WriteLine(problem);
        var count = loaded.Problems.Length;
        error.WriteLine($"{count} {(count == 1 ? "error" : "errors")} in the configuration; nothing was started.");
    }
}

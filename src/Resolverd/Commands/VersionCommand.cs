using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Resolverd.Commands;

/// <summary><c>resolverd version</c>.</summary>
internal static class VersionCommand
{
    /// <summary>The version of this build.</summary>
    public static string Version { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("version", "Print the version of the program and of what it runs on.");
        command.SetAction(parsed =>
        {
            var platform = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";
            parsed.InvocationConfiguration.Output.WriteLine($"resolverd {Version} ({platform})");
            return (int)ExitCode.Ok;
        });
        return command;
    }
}

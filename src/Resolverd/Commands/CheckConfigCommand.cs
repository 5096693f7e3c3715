using System.CommandLine;
using Resolverd.Configuration;

namespace Resolverd.Commands;

/// <summary><c>resolverd check-config</c>: reads the settings, reports every problem, starts nothing.</summary>
internal static class CheckConfigCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommonOptions options)
    {
        var command = new Command("check-config", "Read the settings and report every problem; start nothing.");
        command.SetAction(parsed => (int)Run(options.SourceOf(parsed), parsed.InvocationConfiguration));
        return command;
    }

    private static ExitCode Run(SettingsSource source, InvocationConfiguration console)
    {
        var loaded = SettingsLoader.Load(source);
        if (loaded.Settings is null)
        {
            ConfigurationReport.Write(console.Error, loaded);
            return ExitCode.Configuration;
        }

        console.Output.WriteLine($"{source.Name}: no errors.");
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using Resolverd.Configuration;
using Resolverd.Configuration.Output;

namespace Resolverd.Commands;

/// <summary>
/// <c>resolverd show-config</c>: every value that applies, with its origin; or the schema of all keys.
/// </summary>
internal static class ShowConfigCommand
{
    private static readonly Option<bool> Schema =
        new("--schema") { Description = "Print a JSON schema of the settings instead." };

    private static readonly Option<bool> Reference =
        new("--reference") { Description = "Print the reference page of all keys (Markdown) instead." };

    /// <summary>The verb.</summary>
    public static Command Build(CommonOptions options)
    {
        var command = new Command("show-config", "Print every setting that applies and where it comes from, as YAML.")
        {
            Schema,
            Reference,
        };
        command.SetAction(parsed => (int)Run(parsed, options));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, CommonOptions options)
    {
        var console = parsed.InvocationConfiguration;
        if (parsed.GetValue(Schema))
            return Print(console, JsonSchema.Write(SettingsLoader.Schema));
        if (parsed.GetValue(Reference))
            return Print(console, ReferencePage.Write(SettingsLoader.Schema));

        var loaded = SettingsLoader.Load(options.SourceOf(parsed));
        if (loaded.Settings is not null)
            return Print(console, EffectiveSettings.Write(loaded));
        ConfigurationReport.Write(console.Error, loaded);
        return ExitCode.Configuration;
    }

    private static ExitCode Print(InvocationConfiguration console, string text)
    {
        console.Output.Write(text);
        return ExitCode.Ok;
    }
}

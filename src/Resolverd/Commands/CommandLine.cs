using System.CommandLine;
using System.CommandLine.Help;

namespace Resolverd.Commands;

/// <summary>The command line: its verbs, and what happens when it is wrong.</summary>
internal static class CommandLine
{
    /// <summary>Obeys the arguments and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, InvocationConfiguration console)
    {
        var parsed = Build().Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(console);

        foreach (var error in parsed.Errors)
            await console.Error.WriteLineAsync(error.Message);
        await console.Error.WriteLineAsync("'resolverd --help' lists the verbs and options.");
        return (int)ExitCode.Usage;
    }

    private static RootCommand Build()
    {
        var options = new CommonOptions();
        var root = new RootCommand("A recursive DNS resolver.")
        {
            RunCommand.Build(options),
            CheckConfigCommand.Build(options),
            ShowConfigCommand.Build(options),
            DemoCommand.Build(options),
            VersionCommand.Build(),
        };
        options.AddTo(root);
        RunCommand.AddTo(root, options);
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new ExamplesHelp((HelpAction)option.Action!);
        return root;
    }
}

using System.CommandLine;
using Resolverd.Hosting;

namespace Resolverd.Commands;

/// <summary><c>resolverd run</c>, and <c>resolverd</c> with options and no verb.</summary>
internal static class RunCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommonOptions options)
    {
        var command = new Command("run", "Serve until a signal says stop. Logs go to standard error.");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, options, cancellationToken));
        return command;
    }

    /// <summary>
    /// Without a verb the options mean to run; without anything at all a person wants to know what there is.
    /// </summary>
    public static void AddTo(RootCommand root, CommonOptions options) =>
        root.SetAction((parsed, cancellationToken) => options.AreGiven(parsed)
            ? RunAsync(parsed, options, cancellationToken)
            : ExplainAsync(parsed));

    private static async Task<int> RunAsync(
        ParseResult parsed, CommonOptions options, CancellationToken cancellationToken) =>
        (int)await DaemonHost.RunAsync(
            options.SourceOf(parsed), Composition.Build, parsed.InvocationConfiguration.Error, cancellationToken);

    private static async Task<int> ExplainAsync(ParseResult parsed)
    {
        var console = parsed.InvocationConfiguration;
        await console.Error.WriteLineAsync(
            "Nothing to do. 'resolverd run' serves; 'resolverd --help' lists the verbs and options.");
        return (int)ExitCode.Usage;
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Resolverd.Commands;

/// <summary>The usual help, and below it what a person would want to type.</summary>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          resolverd demo                                      try it, without Internet or root
          resolverd run                                       with the settings file, or the defaults
          resolverd run --set 'listen.udp=[127.0.0.1:5353]' --set 'listen.tcp=[127.0.0.1:5353]'
          resolverd --config my.yaml                          the same as: resolverd run --config my.yaml
          resolverd check-config --config my.yaml             is the file right? starts nothing
          resolverd show-config                               every value that applies and where it comes from
          resolverd show-config --schema > schema.json        for an editor that knows JSON schema

        Signals:
          SIGTERM, SIGINT   finish what is under way (5 s at most) and stop
          SIGHUP            read the settings again; a file with errors changes nothing

        Exit codes:
          0  done, or stopped as asked          4  an address cannot be listened on
          1  a fault in the program             5  a file or folder cannot be used
          2  the command line is wrong          6  stopped, but not everything ended in time
          3  the configuration is wrong
        """;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command switch
        {
            RootCommand => Examples,
            { Name: DemoCommand.Name } => DemoCommand.Examples,
            _ => "",
        };
        if (examples.Length > 0)
            parseResult.InvocationConfiguration.Output.WriteLine(examples);
        return code;
    }
}

using System.CommandLine;
using Resolverd.Demo;

namespace Resolverd.Commands;

/// <summary><c>resolverd demo</c>: something to try on a machine without Internet.</summary>
internal static class DemoCommand
{
    /// <summary>The verb's name.</summary>
    public const string Name = "demo";

    /// <summary>What a person would want to type.</summary>
    public const string Examples = """
        Examples:
          resolverd demo                               then: dig @127.0.0.1 -p 5353 www.shop.example A
          resolverd demo --listen 127.0.0.1:5454       where 5353 is taken
          resolverd demo --set recursion.qname-minimisation=off     any setting of the resolver's, to see its effect

        """;

    private static readonly Option<string> Listen = new("--listen", "-l")
    {
        Description = "Where the resolver listens.",
        HelpName = "address:port",
        DefaultValueFactory = _ => DemoSession.UsualListen,
    };

    /// <summary>The verb.</summary>
    public static Command Build(CommonOptions options)
    {
        var command = new Command(
            Name,
            "Try the resolver without Internet: start a miniature one on loopback addresses and a resolver in front of "
            + "it, print questions worth asking, and show the path of each. Ctrl-C ends all of it.")
        {
            Listen,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, options, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, CommonOptions options, CancellationToken cancellationToken)
    {
        var console = parsed.InvocationConfiguration;
        var session = new DemoSession(parsed.GetValue(Listen)!, options.OverridesOf(parsed));
        return (int)await session.RunAsync(console.Output, console.Error, cancellationToken);
    }
}

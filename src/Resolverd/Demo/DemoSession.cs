using System.Collections.Immutable;
using System.Globalization;
using Resolverd.Commands;
using Resolverd.Configuration;
using Resolverd.Demo.Servers;
using Resolverd.Demo.Telling;
using Resolverd.Demo.Zones;
using Resolverd.Hosting;

namespace Resolverd.Demo;

/// <summary>
/// A miniature Internet and the resolver in front of it: the same daemon as always, told by its settings where this
/// Internet begins.
/// </summary>
/// <param name="listen">Where the resolver listens: address and port.</param>
/// <param name="overrides">Settings of the operator's, laid over those of the demo.</param>
internal sealed class DemoSession(string listen, ImmutableArray<string> overrides)
{
    /// <summary>Where the resolver listens unless told otherwise: a port that needs no privilege.</summary>
    public const string UsualListen = "127.0.0.1:5353";

    /// <summary>Runs until a signal or the token ends it.</summary>
    public async Task<ExitCode> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        using var shared = TextWriter.Synchronized(output);
        try
        {
            using var folder = DemoFolder.Create();
            await using var internet = MiniatureInternet.Bind(DemoZones.Load());
            internet.Start();
            var source = new SettingsSource(null, [.. SettingsFor(internet, folder), .. overrides]);
            var code = await DaemonHost.RunAsync(
                source, context => Plan(context, internet, shared), error, cancellationToken);
            if (code == ExitCode.Ok)
                await shared.WriteLineAsync("The resolver and its miniature Internet have ended.");
            return code;
        }
        catch (DaemonException e)
        {
            await error.WriteLineAsync($"resolverd cannot start: {e.Message}");
            return e.Code;
        }
    }

    private IEnumerable<string> SettingsFor(MiniatureInternet internet, DemoFolder folder) =>
    [
        $"listen.udp=[{Quote(listen)}]",
        $"listen.tcp=[{Quote(listen)}]",
        $"state-dir={folder.PathOf("state")}",
        $"recursion.root-hints-file={folder.Write("root.hints", internet.RootHints)}",
        string.Create(CultureInfo.InvariantCulture, $"recursion.outgoing-port={internet.Port}"),
        "recursion.do-not-query=[]",
        // One worker: what one query has learnt of servers helps the next one, as a person would expect.
        "listen.workers=1",
        "dnssec.validate=false",
        "logging.level=warning",
    ];

    private static string Quote(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static DaemonPlan Plan(DaemonContext context, MiniatureInternet internet, TextWriter output)
    {
        var plan = Composition.Build(context, new QueryNarrator(output).Watch);
        var guide = new DaemonPart("guide")
        {
            StartAsync = async _ =>
                await output.WriteAsync(DemoGuide.Write(internet, context.Settings.Listen.Udp[0])),
        };
        return plan with { Parts = [.. plan.Parts.Select(Advise), guide] };
    }

    // Many a desktop has something on 5353 already: multicast DNS.
    private static DaemonPart Advise(DaemonPart part) => part with
    {
        StartAsync = async cancellation =>
        {
            try
            {
                await part.StartAsync(cancellation);
            }
            catch (DaemonException e) when (e.Code == ExitCode.CannotListen)
            {
                throw new DaemonException(
                    e.Code, $"{e.Message}\nTry another address or port: resolverd demo --listen 127.0.0.1:5454", e);
            }
        },
    };
}

using System.Globalization;
using System.Text;
using Resolver.Ports;
using Resolverd.Demo.Servers;

namespace Resolverd.Demo.Telling;

/// <summary>What the demo says when it is ready: what is there, what to ask, what to expect.</summary>
internal static class DemoGuide
{
    /// <summary>Writes it.</summary>
    public static string Write(MiniatureInternet internet, ServerAddress resolver)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            A miniature Internet is up: {internet.Servers.Length} servers on addresses 127.53.x.y, port {internet.Port}.
            A resolver listens in front of it on {resolver}, UDP and TCP. Ctrl-C ends all of it.


            """);
        text.Append("The servers:\n");
        foreach (var server in internet.Servers)
            text.Append(CultureInfo.InvariantCulture, $"  {server.Address,-18} {Describe(server.Role)}\n");
        text.Append("\nTry in another terminal, more than once (the second answer comes from the cache):\n");
        foreach (var question in DemoQuestions.All)
            Append(text, question, resolver);
        text.Append("\nThe path of every query follows.\n\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, DemoQuestion question, ServerAddress resolver)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n  {question.CommandLine(resolver)}\n");
        text.Append(CultureInfo.InvariantCulture, $"      {question.Shows}\n");
        text.Append(CultureInfo.InvariantCulture, $"      → {question.Status}\n");
        foreach (var line in question.Answer)
            text.Append(CultureInfo.InvariantCulture, $"        {line}\n");
    }

    private static string Describe(ServerRole role)
    {
        var zones = string.Join(", ", role.Zones.Select(zone => zone.Apex));
        return role.Manner switch
        {
            ServerManner.Lame => $"{role.Name} is lame: named for {zones}, of which it knows nothing",
            ServerManner.Slow => string.Create(
                CultureInfo.InvariantCulture,
                $"{role.Name} has {zones} and takes {DemoServer.SlowDelay.TotalMilliseconds} ms over every answer"),
            _ => $"{role.Name} has {zones}",
        };
    }
}

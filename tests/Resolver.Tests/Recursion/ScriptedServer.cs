using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver.Ports;
using Simulation.Messages;
using Simulation.Net;
using Simulation.Zones;

namespace Resolver.Tests.Recursion;

/// <summary>A server that says what a test tells it to, whatever sense it makes.</summary>
internal sealed class ScriptedServer
{
    private readonly List<(string Question, Action<ServerExchange, WireMessage> Act)> _script = [];

    public List<WireMessage> Received { get; } = [];

    public List<Transport> Transports { get; } = [];

    public static ScriptedServer At(RecursionBed bed, string address)
    {
        var server = new ScriptedServer();
        bed.World.Network.Attach(HostAddress.Parse(address), server.Handle);
        return server;
    }

    /// <summary>Reacts to a question ("name type", or "*" for all) in a way of its own.</summary>
    public ScriptedServer On(string question, Action<ServerExchange, WireMessage> act)
    {
        _script.Add((question, act));
        return this;
    }

    /// <summary>
    /// Answers a question with records, each behind the section it stands in ("an", "au", "ad"), or with header words
    /// ("aa", "ra", "tc", "nxdomain", "refused", "servfail", "formerr").
    /// </summary>
    public ScriptedServer On(string question, params string[] lines) =>
        On(question, (exchange, query) => exchange.Reply(Compose(query, lines).ToWire()));

    public static WireMessage Compose(WireMessage query, params string[] lines)
    {
        var response = new WireMessage { Id = query.Id, Flags = MessageHeader.ResponseBit };
        response.Questions.AddRange(query.Questions);
        if (query.Edns is not null)
            response.Edns = new EdnsHeader(1232, 0, 0, 0);
        foreach (var line in lines)
            Add(response, line);
        return response;
    }

    public void Handle(ServerExchange exchange)
    {
        if (WireMessage.TryParse(exchange.Query) is not { Question: { } question } query)
            return;
        Received.Add(query);
        Transports.Add(exchange.Transport);
        var text = $"{question.Name.ToString().ToLowerInvariant()} {Mnemonic.Of(question.Type)}";
        foreach (var (asked, act) in _script)
        {
            if (asked != text && asked != "*")
                continue;
            act(exchange, query);
            return;
        }
    }

    private static void Add(WireMessage response, string line)
    {
        switch (line)
        {
            case "aa":
                response.Flags |= MessageHeader.AuthoritativeBit;
                return;
            case "ra":
                response.Flags |= MessageHeader.RecursionAvailableBit;
                return;
            case "tc":
                response.Flags |= MessageHeader.TruncatedBit;
                return;
            case "nxdomain":
                response.ResponseCode = ResponseCode.NxDomain;
                return;
            case "refused":
                response.ResponseCode = ResponseCode.Refused;
                return;
            case "servfail":
                response.ResponseCode = ResponseCode.ServFail;
                return;
            case "formerr":
                response.ResponseCode = ResponseCode.FormErr;
                return;
            case "noedns":
                response.Edns = null;
                return;
            default:
                var record = ZoneLine.Read(line[3..], DomainName.Root, 300);
                var section = line[..2] == "an" ? response.Answers
                    : line[..2] == "au" ? response.Authority : response.Additional;
                section.Add(record);
                return;
        }
    }
}

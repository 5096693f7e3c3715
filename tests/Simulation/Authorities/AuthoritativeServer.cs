using Dns;
using Dns.Edns;
using Dns.Wire;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Net;
using Simulation.Zones;

namespace Simulation.Authorities;

/// <summary>
/// A name server with zones and perhaps with vices. Zones and behaviour may change at any time; the next message
/// sees the change.
/// </summary>
public sealed class AuthoritativeServer
{
    private readonly Chance _chance;
    private readonly Dictionary<DomainName, ZoneContent> _zones = [];
    private readonly Dictionary<string, int> _received = [];

    /// <summary>Makes a server without zones.</summary>
    public AuthoritativeServer(DomainName name, Chance chance)
    {
        Name = name;
        _chance = chance;
    }

    /// <summary>What the server is called.</summary>
    public DomainName Name { get; }

    /// <summary>How it differs from a good server.</summary>
    public ServerBehaviour Behaviour { get; set; } = ServerBehaviour.Good;

    /// <summary>Messages received, by question ("www.example. A").</summary>
    public IReadOnlyDictionary<string, int> Received => _received;

    /// <summary>The zones it serves.</summary>
    public IEnumerable<ZoneContent> Zones => _zones.Values;

    /// <summary>Serves a zone, or a new version of it.</summary>
    public void Serve(ZoneContent zone) => _zones[zone.Apex] = zone;

    /// <summary>Serves a zone no longer.</summary>
    public void Drop(DomainName apex) => _zones.Remove(apex);

    /// <summary>What a server does with a message; hand this to the network.</summary>
    public void Handle(ServerExchange exchange)
    {
        if (WireMessage.TryParse(exchange.Query) is not { IsResponse: false, Question: { } question } query)
            return;
        var key = new UpstreamQuery(0, exchange.Server, exchange.Transport, question, 0).QuestionText;
        _received[key] = _received.GetValueOrDefault(key) + 1;
        var behaviour = _chance.Happens(Behaviour.Percent) ? Behaviour : ServerBehaviour.Good;
        if (exchange.Transport == Transport.Tcp && behaviour.Tcp is TcpTreatment.CloseAtOnce or TcpTreatment.Mute)
        {
            if (behaviour.Tcp == TcpTreatment.CloseAtOnce)
                exchange.Close();
            return;
        }
        if (Respond(query, behaviour) is { } response)
            Send(exchange, query, response, behaviour);
    }

    private WireMessage? Respond(WireMessage query, ServerBehaviour behaviour)
    {
        if (EdnsFault(query, behaviour.Edns) is { } fault)
            return fault.Response;
        if (behaviour.Refusal == Refusal.Mute)
            return null;
        var response = Begin(query, behaviour);
        switch (behaviour.Refusal)
        {
            case Refusal.None or Refusal.Garbage:
                new ResponseComposer(this, _zones, behaviour).Compose(query.Question!, response);
                return response;
            case Refusal.Refused:
                response.ResponseCode = ResponseCode.Refused;
                return response;
            case Refusal.ServFail:
                response.ResponseCode = ResponseCode.ServFail;
                return response;
            case Refusal.NotAuth:
                response.ResponseCode = ResponseCode.NotAuth;
                return response;
            case Refusal.LameUpward:
                response.Authority.Add(ZoneLine.Read(". 518400 NS a.root-servers.net.", DomainName.Root, 0));
                return response;
            default:
                return response;
        }
    }

    private static (WireMessage? Response, bool IsFault)? EdnsFault(WireMessage query, EdnsTreatment treatment)
    {
        if (query.Edns is null)
            return null;
        switch (treatment)
        {
            case EdnsTreatment.FormErr or EdnsTreatment.NotImp:
                var plain = Begin(query, ServerBehaviour.Good with { Edns = EdnsTreatment.Ignored });
                plain.ResponseCode = treatment == EdnsTreatment.FormErr ? ResponseCode.FormErr : ResponseCode.NotImp;
                return (plain, true);
            case EdnsTreatment.Dropped:
                return (null, true);
            case EdnsTreatment.OptionsDropped when query.EdnsOptions.Length > 0:
                return (null, true);
            case EdnsTreatment.BadVers:
                var response = Begin(query, ServerBehaviour.Good);
                response.Edns = new EdnsHeader(1232, 1, 0, 0);
                return (response, true);
            default:
                return null;
        }
    }

    private static WireMessage Begin(WireMessage query, ServerBehaviour behaviour)
    {
        var response = new WireMessage
        {
            Id = query.Id,
            Flags = (ushort)(MessageHeader.ResponseBit | (query.Flags & (0x7800 | MessageHeader.RecursionDesiredBit))),
        };
        response.Questions.Add(query.Question!);
        if (query.Edns is { } edns && behaviour.Edns != EdnsTreatment.Ignored)
            response.Edns = new EdnsHeader(1232, 0, 0, (ushort)(edns.Flags & EdnsHeader.DnssecOkBit));
        return response;
    }

    private void Send(ServerExchange exchange, WireMessage query, WireMessage response, ServerBehaviour behaviour)
    {
        foreach (var message in ResponseSpoiler.Spoil(query, response, behaviour, _chance))
            exchange.Reply(Fit(exchange, query, message, behaviour), behaviour.DelayMs);
        if (behaviour.Tcp == TcpTreatment.CloseAfterAnswer)
            exchange.Close(behaviour.DelayMs);
    }

    private byte[] Fit(ServerExchange exchange, WireMessage query, WireMessage response, ServerBehaviour behaviour)
    {
        if (behaviour.Refusal == Refusal.Garbage)
        {
            var garbage = new byte[_chance.Between(1, 100)];
            _chance.Fill(garbage);
            return garbage;
        }
        var wire = response.ToWire();
        if (behaviour.Spoiling == Spoiling.Cut)
            return wire[..Math.Max(12, wire.Length - 6)];
        // RFC 6891 §6.2.5: what the requester can take; RFC 1035 §4.2.1: 512 octets without EDNS.
        var limit = Math.Min(behaviour.MaxUdp, Math.Max(512, (int)(query.Edns?.PayloadSize ?? 512)));
        if (exchange.Transport == Transport.Tcp || wire.Length <= limit)
            return wire;
        response.Answers.Clear();
        response.Authority.Clear();
        response.Additional.Clear();
        response.Flags |= MessageHeader.TruncatedBit;
        return response.ToWire();
    }
}

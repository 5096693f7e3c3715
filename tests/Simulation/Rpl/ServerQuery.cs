using Dns;
using Simulation.Messages;
using Simulation.Net;

namespace Simulation.Rpl;

/// <summary>A query of the resolver as it reached one of the scenario's servers.</summary>
internal sealed class ServerQuery(ServerExchange exchange, WireMessage message)
{
    public ServerExchange Exchange { get; } = exchange;

    public WireMessage Message { get; } = message;

    public string Address { get; } = exchange.Server.Host.ToString();

    public WireQuestion? Question => Message.Question;

    public bool IsUdp => Exchange.Transport == Transport.Udp;

    /// <summary>The largest datagram the resolver takes.</summary>
    public int Payload => Math.Max(512, (int)(Message.Edns?.PayloadSize ?? 512));

    public bool Asks(DomainName name, RecordType type) =>
        Question is { } asked && asked.Type == type && asked.Name.Equals(name);

    public void Reply(byte[] wire) => Exchange.Reply(wire);

    public override string ToString() =>
        $"{Question} -> {Address}/{Exchange.Transport}{(Message.IsDnssecOk ? " do" : "")}";
}

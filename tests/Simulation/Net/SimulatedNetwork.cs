using Resolver.Ports;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Time;

namespace Simulation.Net;

/// <summary>
/// The way out of a simulated resolver: servers at addresses, and what links do to packets. All chance is drawn in
/// the order of events, so a seed replays.
/// </summary>
public sealed class SimulatedNetwork : INetwork
{
    private const double TcpRetransmissionMs = 200;

    private readonly Chance _chance;
    private readonly Trace _trace;
    private readonly Dictionary<HostAddress, ServerHandler> _servers = [];
    private readonly Dictionary<HostAddress, LinkConditions> _links = [];
    private readonly List<UpstreamQuery> _sent = [];
    private readonly HashSet<SimulatedFlow> _flows = [];
    private readonly HashSet<SimulatedStream> _streams = [];

    /// <summary>Makes a network without servers.</summary>
    public SimulatedNetwork(Timeline time, Chance chance, Trace trace)
    {
        Time = time;
        _chance = chance;
        _trace = trace;
    }

    /// <summary>When things happen.</summary>
    public Timeline Time { get; }

    /// <summary>Who answers at addresses that nobody was attached to; null for nobody.</summary>
    public ServerHandler? Elsewhere { get; set; }

    /// <summary>What links are like that have no conditions of their own.</summary>
    public LinkConditions DefaultLink { get; set; } = LinkConditions.Perfect;

    /// <summary>Forges answers from off the path; null for nobody.</summary>
    public Spoofer? Spoofer { get; set; }

    /// <summary>Every query the resolver sent, oldest first.</summary>
    public IReadOnlyList<UpstreamQuery> Sent => _sent;

    /// <summary>TCP connections that were opened.</summary>
    public int ConnectionCount { get; private set; }

    /// <summary>Datagram flows that are open now.</summary>
    public int OpenFlows => _flows.Count;

    /// <summary>Streams that are open now.</summary>
    public int OpenStreams => _streams.Count;

    /// <summary>Puts a server at an address, in place of whoever was there.</summary>
    public void Attach(HostAddress address, ServerHandler handler) => _servers[address] = handler;

    /// <summary>Takes the server at an address away.</summary>
    public void Detach(HostAddress address) => _servers.Remove(address);

    /// <summary>Sets what the link to an address is like from now on.</summary>
    public void SetLink(HostAddress address, LinkConditions conditions) => _links[address] = conditions;

    /// <summary>What the link to an address is like.</summary>
    public LinkConditions LinkTo(HostAddress address) =>
        _links.TryGetValue(address, out var conditions) ? conditions : DefaultLink;

    /// <summary>Makes every link perfect and sends the spoofer home.</summary>
    public void Heal()
    {
        _links.Clear();
        DefaultLink = LinkConditions.Perfect;
        Spoofer = null;
    }

    /// <inheritdoc/>
    public IDatagramFlow? OpenDatagram(ServerAddress server)
    {
        if (LinkTo(server.Host).Udp == Reach.NoRoute)
            return null;
        var flow = new SimulatedFlow(this, server, (ushort)_chance.Between(1024, ushort.MaxValue));
        _flows.Add(flow);
        return flow;
    }

    /// <inheritdoc/>
    public async ValueTask<IByteStream?> ConnectAsync(ServerAddress server, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reach = LinkTo(server.Host).Tcp;
        ConnectionCount++;
        _trace.Say(Time.Now, $"connect {server}");
        if (reach == Reach.NoRoute)
            return null;
        if (reach == Reach.Open && !HasServer(server))
            reach = Reach.Refused;
        var connected = new TaskCompletionSource<bool>();
        await using var registration = cancellationToken.Register(() => connected.TrySetCanceled(cancellationToken));
        if (reach != Reach.Silent)
            Time.At(ArrivalOverTcp(server) + (ArrivalOverTcp(server) - Time.Now), () =>
                connected.TrySetResult(reach == Reach.Open));
        if (!await connected.Task)
            return null;
        var stream = new SimulatedStream(this, server);
        _streams.Add(stream);
        return stream;
    }

    internal bool Send(SimulatedFlow flow, byte[] datagram)
    {
        var link = LinkTo(flow.Server.Host);
        Record(flow.Server, Transport.Udp, datagram);
        Spoofer?.Observe(this, flow.Server, datagram, flow.Deliver);
        switch (link.Udp)
        {
            case Reach.NoRoute:
                return false;
            case Reach.Refused:
                Time.After(link.LatencyMs * 2, () => flow.Deliver(null));
                return true;
            case Reach.Open:
                Carry(link, () => ArriveOverUdp(flow, datagram));
                return true;
            default:
                return true;
        }
    }

    internal void ArriveOverTcp(SimulatedStream stream, byte[] message)
    {
        Record(stream.Server, Transport.Tcp, message);
        if (LinkTo(stream.Server.Host).Tcp != Reach.Open)
            return;
        Handle(new(stream.SendToResolver, stream.EndFromServer)
        {
            Query = message,
            Server = stream.Server,
            Transport = Transport.Tcp,
        });
    }

    internal long ArrivalOverTcp(ServerAddress server)
    {
        var link = LinkTo(server.Host);
        var delay = link.LatencyMs + link.JitterMs * _chance.Fraction();
        if (_chance.Happens(link.LossPercent))
            delay += TcpRetransmissionMs;
        return Time.Now + (long)(delay * TimeSpan.TicksPerMillisecond);
    }

    internal IEnumerable<byte[]> Cut(byte[] octets)
    {
        var at = _chance.Happens(70) ? octets.Length : _chance.Below(octets.Length);
        yield return octets[..at];
        if (at < octets.Length)
            yield return octets[at..];
    }

    internal void Closed(SimulatedFlow flow) => _flows.Remove(flow);

    internal void Closed(SimulatedStream stream) => _streams.Remove(stream);

    private void ArriveOverUdp(SimulatedFlow flow, byte[] datagram) => Handle(new(
        (message, delayMs) => Time.After(delayMs, () => SendBack(flow, message)),
        _ => { })
    {
        Query = datagram,
        Server = flow.Server,
        Transport = Transport.Udp,
    });

    private void SendBack(SimulatedFlow flow, byte[] message)
    {
        var link = LinkTo(flow.Server.Host);
        if (message.Length > link.MaxDatagram || link.Udp != Reach.Open)
            return;
        var arrived = _chance.Happens(link.CorruptionPercent) ? Corruption.Damage(message, _chance) : message;
        Carry(link, () =>
        {
            _trace.Add(Time.Now, "arrives", arrived);
            flow.Deliver(arrived);
        });
    }

    private void Carry(LinkConditions link, Action arrive)
    {
        if (_chance.Happens(link.LossPercent))
            return;
        Time.After(link.LatencyMs + link.JitterMs * _chance.Fraction(), arrive);
        if (_chance.Happens(link.DuplicationPercent))
            Time.After(link.LatencyMs + (link.JitterMs + 1) * _chance.Fraction(), arrive);
    }

    private void Handle(ServerExchange exchange)
    {
        if (_servers.TryGetValue(exchange.Server.Host, out var handler))
            handler(exchange);
        else
            Elsewhere?.Invoke(exchange);
    }

    private bool HasServer(ServerAddress server) => Elsewhere is not null || _servers.ContainsKey(server.Host);

    private void Record(ServerAddress server, Transport transport, byte[] query)
    {
        var message = WireMessage.TryParse(query);
        var sent = new UpstreamQuery(Time.Now, server, transport, message?.Question, query.Length);
        _sent.Add(sent);
        _trace.Add(Time.Now, "sends", query);
        _trace.Say(Time.Now, $"{transport} -> {server} {sent.QuestionText}");
    }
}

using System.Net;
using System.Net.Sockets;
using Resolver.Ports;
using Resolverd.Network;
using Resolverd.Tests.Rig;

namespace Resolverd.Tests.Network;

public sealed class SocketNetworkTests
{
    private static readonly HostAddress Loopback = HostAddress.Parse("127.0.0.1");
    private readonly byte[] _buffer = new byte[2048];

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_datagram_goes_to_the_server_and_its_answer_comes_back(string address)
    {
        using var server = Serve(address);
        using var flow = New().OpenDatagram(AddressOf(server))!;

        Assert.True(flow.TrySend("ping"u8));
        var from = await AnswerAsync(server, "pong"u8.ToArray());

        Assert.Equal(4, await flow.ReceiveAsync(_buffer, CancellationToken.None).AsTask().Soon());
        Assert.Equal("pong"u8.ToArray(), _buffer[..4]);
        Assert.InRange(from.Port, SourcePorts.First, SourcePorts.Last);
        Assert.Equal(AddressOf(server), flow.Server);
    }

    [Fact, Rfc(5452, "9")]
    public async Task Datagrams_of_anybody_else_are_not_received()
    {
        using var server = Serve("127.0.0.1");
        using var stranger = Serve("127.0.0.1");
        using var flow = New().OpenDatagram(AddressOf(server))!;
        Assert.True(flow.TrySend("ping"u8));
        var from = await ReceiveAsync(server);
        await stranger.SendToAsync("forged"u8.ToArray(), SocketFlags.None, from);

        await server.SendToAsync("real"u8.ToArray(), SocketFlags.None, from);

        Assert.Equal(4, await flow.ReceiveAsync(_buffer, CancellationToken.None).AsTask().Soon());
    }

    [Fact]
    public async Task A_closed_port_is_reported_at_once()
    {
        var server = Serve("127.0.0.1");
        var address = AddressOf(server);
        server.Dispose();
        using var flow = New().OpenDatagram(address)!;

        Assert.True(flow.TrySend("ping"u8));

        Assert.True(await flow.ReceiveAsync(_buffer, CancellationToken.None).AsTask().Soon() < 0);
    }

    [Fact]
    public async Task A_long_datagram_is_cut_to_the_buffer()
    {
        using var server = Serve("127.0.0.1");
        using var flow = New().OpenDatagram(AddressOf(server))!;
        Assert.True(flow.TrySend("ping"u8));
        await AnswerAsync(server, new byte[_buffer.Length + 1]);

        Assert.Equal(_buffer.Length, await flow.ReceiveAsync(_buffer, CancellationToken.None).AsTask().Soon());
    }

    [Fact]
    public async Task Waiting_for_an_answer_can_be_cancelled()
    {
        using var server = Serve("127.0.0.1");
        using var flow = New().OpenDatagram(AddressOf(server))!;
        using var cancellation = new CancellationTokenSource();
        var waiting = flow.ReceiveAsync(_buffer, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.Soon());
    }

    [Fact, Rfc(5452, "9.2")]
    public void Ports_are_drawn_from_the_whole_range()
    {
        var ports = new TestEntropy();
        var drawn = Enumerable.Range(0, 20_000).Select(_ => (int)SourcePorts.Draw(ports)).ToList();

        Assert.InRange(drawn.Min(), SourcePorts.First, SourcePorts.First + 200);
        Assert.InRange(drawn.Max(), SourcePorts.Last - 200, SourcePorts.Last);
        Assert.DoesNotContain(11211, drawn);
        Assert.DoesNotContain(4791, drawn);
        Assert.True(drawn.Distinct().Count() > 15_000);
    }

    [Fact]
    public void A_port_that_is_taken_is_drawn_again()
    {
        using var server = Serve("127.0.0.1");
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Any, 0));
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        var network = new SocketNetwork(new(), new ScriptedEntropy([port, port, port]), TimeProvider.System);

        using var flow = network.OpenDatagram(AddressOf(server));

        Assert.NotNull(flow);
        Assert.Equal(1, network.Flows);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void As_many_flows_are_open_as_the_limit_says(int flow, bool isOpened)
    {
        using var server = Serve("127.0.0.1");
        var network = New(new() { MaxFlows = 2 });
        using var first = network.OpenDatagram(AddressOf(server));
        using var second = flow == 3 ? network.OpenDatagram(AddressOf(server)) : null;

        using var last = network.OpenDatagram(AddressOf(server));

        Assert.Equal(isOpened, last is not null);
    }

    [Fact]
    public void A_flow_that_is_closed_makes_room()
    {
        using var server = Serve("127.0.0.1");
        var network = New();
        var flow = network.OpenDatagram(AddressOf(server))!;

        flow.Dispose();
        flow.Dispose();

        Assert.Equal(0, network.Flows);
    }

    [Fact]
    public async Task A_family_that_is_off_is_not_used()
    {
        using var server = Serve("::1");
        var network = New(new() { UsesIPv6 = false });

        Assert.Null(network.OpenDatagram(AddressOf(server)));
        Assert.Null(await network.ConnectAsync(AddressOf(server), CancellationToken.None));
        Assert.Equal((0, 0), (network.Flows, network.Streams));
    }

    [Fact]
    public async Task Questions_leave_from_the_source_address_chosen()
    {
        using var server = Serve("127.0.0.1");
        using var flow = New(new() { Sources = [HostAddress.Parse("127.9.9.9")] }).OpenDatagram(AddressOf(server))!;

        Assert.True(flow.TrySend("ping"u8));

        Assert.Equal("127.9.9.9", (await ReceiveAsync(server)).Address.ToString());
    }

    [Fact]
    public async Task A_stream_carries_octets_both_ways_and_ends()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var network = New();
        using var stream = (await network.ConnectAsync(AddressOf(listener.Server), CancellationToken.None))!;
        using var accepted = await listener.AcceptSocketAsync();

        Assert.True(await stream.WriteAsync("ping"u8.ToArray(), CancellationToken.None));
        Assert.Equal(4, await accepted.ReceiveAsync(_buffer).Soon());
        await accepted.SendAsync("pong!"u8.ToArray());
        Assert.Equal(5, await stream.ReadAsync(_buffer, CancellationToken.None).AsTask().Soon());
        accepted.Dispose();
        Assert.Equal(0, await stream.ReadAsync(_buffer, CancellationToken.None).AsTask().Soon());
        stream.Dispose();
        Assert.Equal(0, await stream.ReadAsync(_buffer, CancellationToken.None));
        Assert.False(await stream.WriteAsync("more"u8.ToArray(), CancellationToken.None));
        Assert.Equal(0, network.Streams);
    }

    [Fact]
    public async Task A_connection_that_is_refused_is_none()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = AddressOf(listener.Server);
        listener.Stop();
        var network = New();

        Assert.Null(await network.ConnectAsync(address, CancellationToken.None));

        Assert.Equal(0, network.Streams);
    }

    [Fact]
    public async Task Connecting_can_be_cancelled()
    {
        var network = New();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => network.ConnectAsync(new(Loopback, 9), cancelled.Token).AsTask());

        Assert.Equal(0, network.Streams);
    }

    private static SocketNetwork New(NetworkOptions? options = null) =>
        new(options ?? new(), new TestEntropy(), TimeProvider.System);

    private static Socket Serve(string address)
    {
        var end = new IPEndPoint(IPAddress.Parse(address), 0);
        var socket = new Socket(end.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(end);
        return socket;
    }

    private static ServerAddress AddressOf(Socket socket) => ServerAddress.From((IPEndPoint)socket.LocalEndPoint!);

    private static async Task<IPEndPoint> ReceiveAsync(Socket server)
    {
        var received = server.ReceiveFromAsync(new byte[100], SocketFlags.None, server.LocalEndPoint!);
        return (IPEndPoint)(await received.Soon()).RemoteEndPoint;
    }

    private static async Task<IPEndPoint> AnswerAsync(Socket server, byte[] answer)
    {
        var from = await ReceiveAsync(server);
        await server.SendToAsync(answer, SocketFlags.None, from);
        return from;
    }
}

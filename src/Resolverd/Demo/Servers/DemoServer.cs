using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Resolver.Ports;
using Resolver.Queries;

namespace Resolverd.Demo.Servers;

/// <summary>A server of the miniature Internet: one address, UDP and TCP.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    /// <summary>Queries, and as many connections, that one server works on at a time: there is one client.</summary>
    public const int Concurrency = 8;

    /// <summary>What a slow server waits for. Below the resolver's first time-out, so that it is asked once.</summary>
    public static readonly TimeSpan SlowDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>A connection without a query for this long is closed.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private readonly Socket _udp;
    private readonly Socket _tcp;
    private readonly AuthoritativeResponder _responder;
    private readonly CancellationTokenSource _stop = new();
    private Task _serving = Task.CompletedTask;

    private DemoServer(ServerRole role, Socket udp, Socket tcp)
    {
        Role = role;
        _udp = udp;
        _tcp = tcp;
        _responder = new(role.Manner == ServerManner.Lame ? [] : role.Zones);
    }

    /// <summary>What it is.</summary>
    public ServerRole Role { get; }

    /// <summary>Where it listens.</summary>
    public ServerAddress Address => ServerAddress.From((IPEndPoint)_udp.LocalEndPoint!);

    /// <summary>Binds the sockets; nothing is answered yet. Port 0 leaves the choice to the system.</summary>
    /// <exception cref="SocketException">The system does not grant one of them.</exception>
    public static DemoServer Bind(ServerRole role, ushort port)
    {
        var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            udp.Bind(new IPEndPoint(role.Host.ToIPAddress(), port));
            tcp.Bind(udp.LocalEndPoint!);
            tcp.Listen();
            return new(role, udp, tcp);
        }
        catch (SocketException)
        {
            udp.Dispose();
            tcp.Dispose();
            throw;
        }
    }

    /// <summary>Begins to answer.</summary>
    public void Start() => _serving = Task.WhenAll(
        Enumerable.Range(0, Concurrency).SelectMany(_ => new[] { ServeDatagramsAsync(), ServeConnectionsAsync() }));

    /// <summary>Ends everything that is under way and closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        Close();
    }

    /// <summary>Closes the sockets of a server that never started.</summary>
    public void Close()
    {
        _udp.Dispose();
        _tcp.Dispose();
        _stop.Dispose();
    }

    private async Task ServeDatagramsAsync()
    {
        var packet = new byte[ushort.MaxValue];
        var response = new byte[ushort.MaxValue];
        var anyone = new IPEndPoint(IPAddress.Any, 0);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var received = await _udp.ReceiveFromAsync(packet, SocketFlags.None, anyone, _stop.Token);
                var length = await RespondAsync(packet.AsMemory(0, received.ReceivedBytes), Transport.Udp, response);
                if (length > 0)
                    await _udp.SendToAsync(response.AsMemory(0, length), received.RemoteEndPoint, _stop.Token);
            }
            catch (Exception end) when (end is SocketException or OperationCanceledException)
            {
                // Whoever asked is gone, or the server ends: the loop's condition tells.
            }
        }
    }

    private async Task ServeConnectionsAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var connection = await _tcp.AcceptAsync(_stop.Token);
                await using var stream = new NetworkStream(connection);
                await ServeAsync(stream);
            }
            catch (Exception end) when (end is SocketException or IOException or OperationCanceledException)
            {
                // The connection ended, or was idle, or the server ends: the loop's condition tells.
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        var message = new byte[ushort.MaxValue];
        var response = new byte[2 + ushort.MaxValue];
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        while (!_stop.IsCancellationRequested)
        {
            idle.CancelAfter(IdleTime);
            // RFC 1035 §4.2.2: two octets with the message's length stand in front of it.
            await stream.ReadExactlyAsync(message.AsMemory(0, 2), idle.Token);
            var query = message.AsMemory(0, BinaryPrimitives.ReadUInt16BigEndian(message));
            await stream.ReadExactlyAsync(query, idle.Token);
            var length = await RespondAsync(query, Transport.Tcp, response.AsMemory(2));
            if (length == 0)
                return;
            BinaryPrimitives.WriteUInt16BigEndian(response, (ushort)length);
            await stream.WriteAsync(response.AsMemory(0, 2 + length), idle.Token);
        }
    }

    private async ValueTask<int> RespondAsync(
        ReadOnlyMemory<byte> packet, Transport transport, Memory<byte> response)
    {
        if (Role.Manner == ServerManner.Slow)
            await Task.Delay(SlowDelay, _stop.Token);
        return _responder.Respond(packet.Span, transport, response.Span);
    }
}

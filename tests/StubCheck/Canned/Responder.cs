using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Canned;

/// <summary>Answers over UDP and TCP out of the canned zone, with one fault or none, until told to stop.</summary>
internal sealed class Responder : IDisposable
{
    private readonly Socket _udp;
    private readonly TcpListener _tcp;
    private readonly Fault _fault;

    private Responder(Socket udp, TcpListener tcp, Fault fault) => (_udp, _tcp, _fault) = (udp, tcp, fault);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)_tcp.LocalEndpoint;

    /// <summary>Opens both sockets at an address; port 0 takes one that is free for both.</summary>
    public static Responder Open(IPEndPoint at, Fault fault)
    {
        const int attempts = 20;
        for (var i = 1; ; i++)
        {
            var tcp = new TcpListener(at);
            tcp.Start();
            var udp = new Socket(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                udp.Bind(tcp.LocalEndpoint);
                return new Responder(udp, tcp, fault);
            }
            catch (SocketException) when (at.Port == 0 && i < attempts)
            {
                // Somebody else has that port for UDP: try another.
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    /// <summary>Answers until cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var udp = RunUdpAsync(stop);
        try
        {
            while (!stop.IsCancellationRequested)
                _ = ServeAsync(await _tcp.AcceptTcpClientAsync(stop), stop);
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }

        await udp;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _udp.Dispose();
        _tcp.Dispose();
    }

    private async Task RunUdpAsync(CancellationToken stop)
    {
        var buffer = new byte[ushort.MaxValue];
        var anyone = new IPEndPoint(Address.Address, 0);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var received = await _udp.ReceiveFromAsync(buffer, anyone, stop);
                if (ReplyTo(buffer[..received.ReceivedBytes], Transport.Udp) is { } reply)
                    await _udp.SendToAsync(reply, received.RemoteEndPoint, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        using var owned = client;
        var stream = client.GetStream();
        var length = new byte[2];
        try
        {
            while (await stream.ReadAtLeastAsync(length, 2, throwOnEndOfStream: false, stop) == 2)
            {
                var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(query, stop);
                if (ReplyTo(query, Transport.Tcp) is { } reply)
                    await stream.WriteAsync((byte[])[(byte)(reply.Length >> 8), (byte)reply.Length, .. reply], stop);
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The client has gone, or we are told to stop.
        }
    }

    private byte[]? ReplyTo(byte[] query, Transport transport)
    {
        var isSecond = _fault == Fault.SecondQuestionIgnored
            && MessageParser.Parse(query) is { Questions: [{ Type: RecordTypes.Aaaa }] };

        return isSecond ? null : CannedReply.To(query, transport, _fault);
    }
}

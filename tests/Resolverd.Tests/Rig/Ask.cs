using System.Net;
using System.Net.Sockets;
using Dns;
using Dns.Wire;
using Resolver.Ports;

namespace Resolverd.Tests.Rig;

/// <summary>Queries as clients send them, and how they come back.</summary>
internal static class Ask
{
    /// <summary>A query with RD.</summary>
    public static byte[] Query(string name, RecordType type = RecordType.A, ushort id = 1)
    {
        var buffer = new byte[512];
        var writer = new MessageWriter(buffer);
        writer.TryWriteQuestion(DomainName.Parse(name).Wire, type, RecordClass.In);
        writer.TryWriteOpt(new(1232, 0, 0, 0), []);
        return buffer[..writer.Finish(id, MessageHeader.RecursionDesiredBit)];
    }

    /// <summary>Sends a datagram and waits for the one that comes back.</summary>
    public static async Task<byte[]> UdpAsync(ServerAddress server, byte[] query)
    {
        using var socket = Connect(server);
        await socket.SendAsync(query);
        return await ReceiveAsync(socket);
    }

    /// <summary>A UDP socket that hears only the server.</summary>
    public static Socket Connect(ServerAddress server)
    {
        var end = server.ToEndPoint();
        var socket = new Socket(end.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(end);
        return socket;
    }

    /// <summary>Waits for one datagram.</summary>
    public static async Task<byte[]> ReceiveAsync(Socket socket)
    {
        var buffer = new byte[ushort.MaxValue];
        using var deadline = new CancellationTokenSource(Patience.Limit);
        return buffer[..await socket.ReceiveAsync(buffer, deadline.Token)];
    }

    /// <summary>The ID, response code and number of answers of a response that is sound.</summary>
    public static string Summary(byte[] response)
    {
        Assert.Equal(WireError.None, MessageCheck.FirstFault(response));
        Assert.True(MessageHeader.TryRead(response, out var header));
        Assert.True(header.IsResponse);
        return $"{header.Id} {header.ResponseCode} {header.AnswerCount}{(header.IsTruncated ? " TC" : "")}";
    }

    public static ServerAddress Loopback => new(HostAddress.From(IPAddress.Loopback), 0);
}

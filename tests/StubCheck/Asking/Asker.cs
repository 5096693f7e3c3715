using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace StubCheck.Asking;

/// <summary>Sends queries to the server under test and waits for what comes.</summary>
internal sealed class Asker(IPEndPoint server, TimeSpan patience)
{
    /// <summary>Asks once; a reply with another identifier is not one.</summary>
    public async Task<Exchange> AskAsync(Query query)
    {
        var exchanges = await AskTogetherAsync([query]);

        return exchanges[0];
    }

    /// <summary>
    /// Asks several questions of one transport at once, from one socket or in one segment, as the C libraries do with
    /// A and AAAA. Replies may come in any order.
    /// </summary>
    public async Task<Exchange[]> AskTogetherAsync(Query[] queries)
    {
        var ids = queries.Select(_ => (ushort)RandomNumberGenerator.GetInt32(0x10000)).ToArray();
        if (ids.Distinct().Count() < ids.Length)
            return await AskTogetherAsync(queries);
        var sent = queries.Zip(ids).Select(pair => pair.First.ToOctets(pair.Second)).ToArray();
        using var limit = new CancellationTokenSource(patience);

        var received = queries[0].Mode.Transport == Transport.Udp
            ? await OverUdpAsync(sent, limit.Token)
            : await OverTcpAsync(sent, limit.Token);

        return
        [
            .. queries.Index().Select(query => new Exchange(query.Item, sent[query.Index], ReplyTo(ids[query.Index]))),
        ];

        byte[]? ReplyTo(ushort id) => received.Find(octets => BinaryPrimitives.ReadUInt16BigEndian(octets) == id);
    }

    private async Task<List<byte[]>> OverUdpAsync(byte[][] sent, CancellationToken limit)
    {
        var received = new List<byte[]>();
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        var buffer = new byte[ushort.MaxValue];
        try
        {
            await socket.ConnectAsync(server, limit);
            foreach (var query in sent)
                await socket.SendAsync(query, limit);
            while (received.Count < sent.Length)
            {
                var length = await socket.ReceiveAsync(buffer, limit);
                if (length >= 2 && sent.Any(query => query.AsSpan(0, 2).SequenceEqual(buffer.AsSpan(0, 2))))
                    received.Add(buffer[..length]);
            }
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            // What has not come by now has not come; the judge says so.
        }

        return received;
    }

    private async Task<List<byte[]>> OverTcpAsync(byte[][] sent, CancellationToken limit)
    {
        var received = new List<byte[]>();
        using var client = new TcpClient(server.AddressFamily) { NoDelay = true };
        try
        {
            await client.ConnectAsync(server, limit);
            var stream = client.GetStream();
            await stream.WriteAsync(sent.SelectMany(Framed).ToArray(), limit);
            while (received.Count < sent.Length)
            {
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, limit);
                var reply = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(reply, limit);
                if (reply.Length >= 2)
                    received.Add(reply);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
        {
            // As above: silence and a closed connection are findings, not errors of the tool.
        }

        return received;
    }

    private static byte[] Framed(byte[] message) => [(byte)(message.Length >> 8), (byte)message.Length, .. message];
}

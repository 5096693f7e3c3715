using System.Buffers.Binary;
using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Tests.Rig;

/// <summary>A client that speaks DNS over a stream.</summary>
internal sealed class StreamClient(Stream stream, Socket socket) : IDisposable
{
    public Socket Socket => socket;

    public static async Task<StreamClient> ConnectAsync(ServerAddress server)
    {
        var end = server.ToEndPoint();
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(end).Soon();
        return new(new NetworkStream(socket, ownsSocket: true), socket);
    }

    public static byte[] Framed(params byte[][] messages) =>
        [.. messages.SelectMany(message => (byte[])[(byte)(message.Length >> 8), (byte)message.Length, .. message])];

    public async Task SendAsync(params byte[][] messages) => await stream.WriteAsync(Framed(messages)).AsTask().Soon();

    public async Task SendRawAsync(byte[] octets) => await stream.WriteAsync(octets).AsTask().Soon();

    /// <summary>The next message.</summary>
    public async Task<byte[]> ReceiveAsync()
    {
        var length = new byte[2];
        await stream.ReadExactlyAsync(length).AsTask().Soon();
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(message).AsTask().Soon();
        return message;
    }

    /// <summary>Waits for the end of the stream, by FIN or by reset; fails if anything else comes.</summary>
    public async Task EndAsync()
    {
        try
        {
            Assert.Equal(0, await stream.ReadAsync(new byte[1]).AsTask().Soon());
        }
        catch (IOException)
        {
            // Reset: an end as well.
        }
    }

    public void Dispose() => stream.Dispose();
}

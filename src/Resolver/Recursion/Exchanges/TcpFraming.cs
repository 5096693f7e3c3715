using System.Buffers.Binary;
using Resolver.Ports;

namespace Resolver.Recursion.Exchanges;

/// <summary>Messages on a stream: two octets of length before each (RFC 1035 §4.2.2).</summary>
internal static class TcpFraming
{
    /// <summary>A message with its length in front.</summary>
    // RFC 7766 §8: length and message go out together.
    public static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var framed = new byte[2 + message.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)message.Length);
        message.CopyTo(framed.AsSpan(2));
        return framed;
    }

    /// <summary>Reads the next message; null at the end of the stream.</summary>
    public static async ValueTask<byte[]?> ReadAsync(IByteStream stream, CancellationToken cancellationToken)
    {
        var head = new byte[2];
        if (!await FillAsync(stream, head, cancellationToken))
            return null;
        var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
        return await FillAsync(stream, message, cancellationToken) ? message : null;
    }

    private static async ValueTask<bool> FillAsync(
        IByteStream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            var length = await stream.ReadAsync(buffer, cancellationToken);
            if (length <= 0)
                return false;
            buffer = buffer[length..];
        }
        return true;
    }
}

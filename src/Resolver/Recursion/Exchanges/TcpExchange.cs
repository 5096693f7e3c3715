using System.Buffers.Binary;
using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Exchanges;

/// <summary>One question over a stream of its own, and the wait for its answer.</summary>
internal sealed class TcpExchange(INetwork network)
{
    /// <summary>Messages on the stream that are no answer, after which it is given up.</summary>
    public const int MaxNoise = 4;

    /// <summary>Connects, sends and waits.</summary>
    public async Task<ExchangeResult> RunAsync(
        ServerAddress server,
        EncodedQuestion question,
        Permit permit,
        ExchangeWatch watch,
        CancellationToken cancellationToken)
    {
        permit.Require();
        try
        {
            using var stream = await network.ConnectAsync(server, cancellationToken);
            if (stream is null)
                return new(ExchangeStatus.Unreachable);
            if (!await stream.WriteAsync(Frame(question.Message.Span), cancellationToken))
                return new(ExchangeStatus.Broken);
            return await ListenAsync(stream, server, question, watch, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new(ExchangeStatus.Abandoned);
        }
    }

    private static async ValueTask<ExchangeResult> ListenAsync(
        IByteStream stream,
        ServerAddress server,
        EncodedQuestion question,
        ExchangeWatch watch,
        CancellationToken cancellationToken)
    {
        for (var noise = 0; noise < MaxNoise; noise++)
        {
            var message = await ReadMessageAsync(stream, cancellationToken);
            if (message is null)
                return new(ExchangeStatus.Broken);
            watch.Received(message.Length);
            var match = ReplyMatcher.Match(message, question);
            if (match is ReplyMatch.Answers or ReplyMatch.WrongCase)
            {
                ReplyMatcher.RestoreCase(message, question.Question);
                var reply = new ServerReply(question.Question, message, server, Transport.Tcp);
                return new(ExchangeStatus.Answered, reply, match == ReplyMatch.WrongCase);
            }
            watch.Noise();
        }
        return new(ExchangeStatus.Broken);
    }

    // RFC 1035 §4.2.2: two octets of length before each message. RFC 7766 §8: sent together.
    private static byte[] Frame(ReadOnlySpan<byte> message)
    {
        var framed = new byte[2 + message.Length];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)message.Length);
        message.CopyTo(framed.AsSpan(2));
        return framed;
    }

    private static async ValueTask<byte[]?> ReadMessageAsync(IByteStream stream, CancellationToken cancellationToken)
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

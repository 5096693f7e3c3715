using System.Buffers;
using Resolver.Ports;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Exchanges;

/// <summary>One question in one datagram from a port of its own, and the wait for its answer.</summary>
internal sealed class UdpExchange(INetwork network)
{
    /// <summary>
    /// Octets of the largest datagram taken: three times what we announce, for servers that do not look.
    /// </summary>
    public const int MaxDatagram = 4096;

    /// <summary>
    /// Messages that are no answer, after which the port is given up. A server's own mistakes come singly; more are
    /// somebody's spray.
    /// </summary>
    public const int MaxNoise = 16;

    /// <summary>Sends and waits. What is no answer is reported and otherwise ignored (TuDoor).</summary>
    public async Task<ExchangeResult> RunAsync(
        ServerAddress server,
        EncodedQuestion question,
        Permit permit,
        ExchangeWatch watch,
        CancellationToken cancellationToken)
    {
        permit.Require();
        using var flow = network.OpenDatagram(server);
        if (flow is null || !flow.TrySend(question.Message.Span))
            return new(ExchangeStatus.Unreachable);
        var buffer = ArrayPool<byte>.Shared.Rent(MaxDatagram);
        try
        {
            return await ListenAsync(flow, question, buffer, watch, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new(ExchangeStatus.Abandoned);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<ExchangeResult> ListenAsync(
        IDatagramFlow flow,
        EncodedQuestion question,
        byte[] buffer,
        ExchangeWatch watch,
        CancellationToken cancellationToken)
    {
        for (var noise = 0; noise < MaxNoise; noise++)
        {
            var length = await flow.ReceiveAsync(buffer, cancellationToken);
            if (length < 0)
                return new(ExchangeStatus.Unreachable);
            watch.Received(length);
            switch (ReplyMatcher.Match(buffer.AsSpan(0, length), question))
            {
                case ReplyMatch.Answers:
                    return new(ExchangeStatus.Answered, ReplyFrom(flow.Server, question, buffer.AsSpan(0, length)));
                case ReplyMatch.WrongCase:
                    return new(ExchangeStatus.Suspicious, LostCase: true);
                case ReplyMatch.WrongId or ReplyMatch.NoCookie:
                    // The port is known to somebody who is guessing the ID. TCP cannot be guessed.
                    return new(ExchangeStatus.Suspicious);
                default:
                    watch.Noise();
                    break;
            }
        }
        return new(ExchangeStatus.Suspicious);
    }

    private static ServerReply ReplyFrom(ServerAddress server, EncodedQuestion question, Span<byte> message)
    {
        ReplyMatcher.RestoreCase(message, question.Question);
        return new(question.Question, message.ToArray(), server, Transport.Udp);
    }
}

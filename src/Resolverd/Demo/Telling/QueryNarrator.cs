using System.Diagnostics;
using Resolver;
using Resolver.Ports;
using Resolver.Recursion.Tracing;
using Resolverd.Listeners;
using Resolverd.Wiring;
using Resolverd.Workers;

namespace Resolverd.Demo.Telling;

/// <summary>
/// Tells the path of every query as it is answered. The writer is shared by threads and must bear it.
/// </summary>
internal sealed class QueryNarrator(TextWriter output)
{
    /// <summary>How it looks on.</summary>
    public QueryWatch Watch => new(WatchPackets, WatchMisses);

    private HandlePacket WatchPackets(HandlePacket handle) => (in ClientRequest request, in Moment now) =>
    {
        var start = Stopwatch.GetTimestamp();
        var result = handle(request, now);
        if (result.Disposition == Disposition.Answered)
        {
            output.Write(PathText.OfKnown(
                request.Packet,
                request.Client,
                request.Response[..result.Length],
                Stopwatch.GetElapsedTime(start)));
        }
        return result;
    };

    private CompleteQuery WatchMisses(MissResolver misses, Clock clock) => async (query, response, cancellation) =>
    {
        var trace = new TraceStep(clock, TraceKind.Question, "the client's question");
        var length = await misses.AnswerAsync(query, response, trace, cancellation);
        trace.End("answered");
        output.Write(PathText.OfSearched(query.Packet, query.Client, response.Span[..length], trace));
        return length;
    };
}

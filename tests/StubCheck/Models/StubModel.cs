using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Models;

/// <summary>
/// How one client reads a reply: which ways of asking it uses, and what it makes of what comes. Written from what was
/// measured on the client and from how its source walks the records, not from what a good client should do.
/// </summary>
internal sealed record StubModel(
    string Id, Func<Query, bool> Asks, bool HasTcp, Func<Exchange, Message, Reading> Read)
{
    /// <summary>Reads the reply as the client does and says what breaks, if anything.</summary>
    public Verdict Judge(Exchange exchange)
    {
        if (!Asks(exchange.Query))
            return Verdict.LeftOut("does not ask this way");
        if (exchange.Reply is not { } reply)
            return Verdict.Break("no reply");
        if (reply.IsTruncated && exchange.Query.Mode.Transport == Transport.Udp && HasTcp)
            return Verdict.Ok;

        return Compare(Read(exchange, reply), Truth.Of(exchange.Query, reply));
    }

    private static Verdict Compare(Reading reading, Truth truth) => (reading, truth.Kind) switch
    {
        (Reading.Failed failed, _) => Verdict.Break(failed.Why),
        (Reading.Beyond beyond, _) => Verdict.LeftOut(beyond.Why),
        (Reading.AsksAgain, TruthKind.Failure) => Verdict.Break("no answer to be had"),
        (Reading.AsksAgain, _) => Verdict.Ok,
        (Reading.Took took, TruthKind.Data) => CompareData(took.Data, truth.Data),
        (Reading.Took, _) => Verdict.Break("takes records that are not the answer"),
        (Reading.Nothing, TruthKind.Data) => Verdict.Break("finds nothing though the answer is there"),
        (Reading.Nothing, TruthKind.Unfinished) => Verdict.Break("an alias that leads nowhere"),
        (Reading.Nothing, TruthKind.Failure) => Verdict.Break("the response code is a failure"),
        _ => Verdict.Ok,
    };

    private static Verdict CompareData(IReadOnlyList<byte[]> taken, IReadOnlyList<byte[]> truth)
    {
        var (got, meant) = (Keys(taken), Keys(truth));
        if (got.Except(meant).Any())
            return Verdict.Break("takes a record that is not the answer");

        return got.Count < meant.Count ? Verdict.Break($"finds {got.Count} of {meant.Count}") : Verdict.Ok;
    }

    private static HashSet<string> Keys(IReadOnlyList<byte[]> data) => [.. data.Select(Convert.ToHexString)];
}

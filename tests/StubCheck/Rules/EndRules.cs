using StubCheck.Asking;
using StubCheck.Models;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>How an answer ends.</summary>
internal static class EndRules
{
    // Longer chains than any client but full resolvers follows.
    private const int MaxLinks = 16;

    /// <summary>An alias is followed by what stands at its end, or by the proof that nothing does.</summary>
    public static string? NoBareCname(Exchange exchange, Message reply)
    {
        var truth = Truth.Of(exchange.Query, reply);

        return truth.Kind == TruthKind.Unfinished ? $"nothing is said of {truth.ChainEnd}" : null;
    }

    // RFC 6604 §3: the code tells of the last name of the chain.
    /// <summary>NXDOMAIN does not come with the data it denies.</summary>
    public static string? RcodeOfTheEnd(Exchange exchange, Message reply)
    {
        var truth = Truth.Of(exchange.Query, reply);

        return truth.Kind == TruthKind.Data && reply.Rcode != 0 ? $"data with response code {reply.Rcode}" : null;
    }

    // RFC 2308 §2.1, §2.2: the SOA of the zone where the chain ended.
    /// <summary>A negative answer carries one SOA, of a zone that the chain's end is in.</summary>
    public static string? SoaWithNegatives(Exchange exchange, Message reply)
    {
        var truth = Truth.Of(exchange.Query, reply);
        if (truth.Kind is not (TruthKind.NoData or TruthKind.NoName))
            return null;
        var zones = reply.Authority.Where(record => record.Type == RecordTypes.Soa).ToList();
        if (zones.Count != 1)
            return $"{zones.Count} SOA records";

        return truth.ChainEnd.IsAtOrBelow(zones[0].Owner) ? null : $"{zones[0]} does not hold {truth.ChainEnd}";
    }

    /// <summary>The chain is one that clients follow.</summary>
    public static string? ChainLength(Exchange exchange, Message reply)
    {
        var links = Truth.Of(exchange.Query, reply).Links;

        return links > MaxLinks ? $"{links} aliases" : null;
    }

    /// <summary>The reply is an answer and not a failure.</summary>
    public static string? AnAnswer(Exchange exchange, Message reply) =>
        reply.Rcode is 0 or 3 ? null : $"response code {reply.Rcode}";
}

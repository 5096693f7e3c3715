using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>Rules that two exchanges together keep or break.</summary>
internal static class PairRules
{
    /// <summary>The rule that a datagram is cut only where the whole reply would not fit.</summary>
    public const string TruncationId = "TC only when needed";

    /// <summary>The rule that the two address families agree on whether a name exists.</summary>
    public const string FamiliesId = "A and AAAA agree";

    /// <summary>The rule that two questions at once get two replies.</summary>
    public const string TogetherId = "two questions at once";

    // Some clients treat TC as failure, and some have no TCP.
    /// <summary>Compares a datagram with the same question's reply over TCP.</summary>
    public static Verdict Truncation(Exchange udp, Exchange tcp)
    {
        if (udp.Reply is not { IsTruncated: true } || tcp.Received is null)
            return Verdict.Ok;
        var (length, limit) = (tcp.Received.Length, udp.Query.Mode.ReplyLimit);

        return length <= limit ? Verdict.Break($"TC though {length} octets fit into {limit}") : Verdict.Ok;
    }

    // RFC 8020 §2: NXDOMAIN says that there is no type at all at the name.
    /// <summary>musl and nginx give up on the name if either family's reply is a failure or a denial.</summary>
    public static Verdict Families(Exchange one, Exchange other)
    {
        if (one.Reply is not { } first || other.Reply is not { } second || first.Rcode == second.Rcode)
            return Verdict.Ok;

        return Verdict.Break($"response codes {first.Rcode} and {second.Rcode}");
    }

    /// <summary>Each of the questions sent together has its own reply, with its own question in it.</summary>
    public static Verdict Together(IReadOnlyList<Exchange> exchanges)
    {
        var unanswered = exchanges.FirstOrDefault(exchange => exchange.Reply is not { Questions: [var question, ..] }
            || question.Type != exchange.Query.Type || !question.Name.Equals(exchange.Query.Name));

        return unanswered is null
            ? Verdict.Ok
            : Verdict.Break($"no reply of its own for {RecordTypes.Name(unanswered.Query.Type)}");
    }
}

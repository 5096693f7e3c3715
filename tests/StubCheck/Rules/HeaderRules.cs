using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>The header, and whether the octets behind it are what it says.</summary>
internal static class HeaderRules
{
    // RFC 1035 §4.1.1: QR, the opcode and RD come from the query; a resolver sets RA and is no authority.
    private const int Watched = 0xfdd0;
    private const int Expected = 0x8180;

    private const int AuthenticDataBit = 0x0020;

    /// <summary>QR set, opcode zero, AA clear, RD copied, RA set, Z clear, CD copied.</summary>
    public static string? Bits(Exchange exchange, Message reply) =>
        (reply.Flags & Watched) == Expected ? null : $"flags {reply.Flags:x4}";

    // RFC 6840 §5.8: AD is for those who set AD or DO in the query.
    /// <summary>AD is clear unless the query had DO; the queries of this tool never have AD.</summary>
    public static string? AuthenticData(Exchange exchange, Message reply) =>
        (reply.Flags & AuthenticDataBit) == 0 || exchange.Query.Mode.WantsSignatures ? null : "AD without being asked";

    // RFC 9619 §4: a query and its response have one question.
    /// <summary>One question, no more and no less.</summary>
    public static string? OneQuestion(Exchange exchange, Message reply) =>
        reply.QuestionCount == 1 ? null : $"{reply.QuestionCount} questions";

    /// <summary>Every record is whole and nothing follows the last one.</summary>
    public static string? Whole(Exchange exchange, Message reply)
    {
        if (reply.Faults.Contains(WireFault.Cut))
            return "a record is cut";
        if (reply.Faults.Contains(WireFault.BadName))
            return "a name cannot be read";

        return reply.Faults.Contains(WireFault.TrailingOctets) ? "octets behind the last record" : null;
    }
}

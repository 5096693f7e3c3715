using StubCheck.Asking;
using StubCheck.Models;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>What belongs into which section, and how much in all.</summary>
internal static class SectionRules
{
    // RFC 4035 §3.2.1: without DO a resolver strips what was not asked for.
    /// <summary>Signatures and proofs come only to those who set DO or asked for the type.</summary>
    public static string? DnssecOnlyIfAsked(Exchange exchange, Message reply)
    {
        if (exchange.Query.Mode.WantsSignatures || exchange.Query.Type == RecordTypes.Any)
            return null;

        return reply.Records.Find(record => record.Type != exchange.Query.Type
            && record.Type is RecordTypes.Rrsig or RecordTypes.Nsec or RecordTypes.Nsec3)?.ToString();
    }

    // RFC 6891 §6.1.1, §7: one OPT in a response to one, none otherwise.
    /// <summary>OPT is there exactly if the query had one: at the root, in the additional section, version 0.</summary>
    public static string? OptIffAsked(Exchange exchange, Message reply)
    {
        var found = reply.Records.Where(record => record.Type == RecordTypes.Opt).ToList();
        var expected = exchange.Query.Mode.HasEdns ? 1 : 0;
        if (found.Count != expected)
            return $"{found.Count} OPT records, {expected} expected";

        return found.Exists(opt => opt.Section != Section.Additional || opt.Owner.Octets.Length != 1
            || ((opt.Ttl >> 16) & 0xff) != 0)
            ? "OPT out of place"
            : null;
    }

    /// <summary>The additional section holds OPT and nothing else.</summary>
    public static string? AdditionalIsOpt(Exchange exchange, Message reply) =>
        reply.Additional.FirstOrDefault(record => record.Type != RecordTypes.Opt)?.ToString();

    /// <summary>A positive answer has no authority section, but for proofs where DO asks for them.</summary>
    public static string? AuthorityEmpty(Exchange exchange, Message reply)
    {
        if (Truth.Of(exchange.Query, reply).Kind != TruthKind.Data)
            return null;

        return reply.Authority.FirstOrDefault(record => !exchange.Query.Mode.WantsSignatures
            || record.Type is not (RecordTypes.Nsec or RecordTypes.Nsec3 or RecordTypes.Rrsig))?.ToString();
    }

    /// <summary>The reply is no longer than the query allows.</summary>
    public static string? Size(Exchange exchange, Message reply)
    {
        var (length, limit) = (exchange.Received!.Length, exchange.Query.Mode.ReplyLimit);

        return length > limit ? $"{length} octets, at most {limit}" : null;
    }

    /// <summary>What comes over TCP is whole.</summary>
    public static string? NoTcOverTcp(Exchange exchange, Message reply) =>
        reply.IsTruncated && exchange.Query.Mode.Transport == Transport.Tcp ? "TC over TCP" : null;
}

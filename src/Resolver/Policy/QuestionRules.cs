using Dns;
using Resolver.Queries;

namespace Resolver.Policy;

/// <summary>Which questions are looked up, and what the others get (RFC 8906 §3).</summary>
public static class QuestionRules
{
    /// <summary>
    /// The first and last of the numbers set aside for question types and meta types (RFC 6895 §3.1).
    /// </summary>
    private const ushort FirstMetaType = 128, LastMetaType = 255;

    /// <summary>Judges a question by class, type, transport and RD.</summary>
    [HotPath]
    public static QuestionVerdict Judge(in Query query, in ClientContext client, NonRecursiveQueries nonRecursive)
    {
        if (query.Class != RecordClass.In)
            return query.Class == RecordClass.Chaos ? QuestionVerdict.Identity : QuestionVerdict.NotServed;
        var verdict = JudgeType(query.Type, client);
        if (verdict != QuestionVerdict.Resolve)
            return verdict;
        return query.Header.IsRecursionDesired || nonRecursive == NonRecursiveQueries.AnsweredFromCache
            ? QuestionVerdict.Resolve
            : QuestionVerdict.NotRecursive;
    }

    private static QuestionVerdict JudgeType(RecordType type, in ClientContext client) => type switch
    {
        0 or RecordType.Opt or RecordType.Tkey or RecordType.Tsig => QuestionVerdict.Malformed,
        RecordType.Nxname => QuestionVerdict.InvalidType,
        RecordType.Axfr or RecordType.Ixfr => QuestionVerdict.NotServed,
        // RFC 8482 §4.4: ANY over UDP is a favourite of amplifiers; TCP proves the address.
        RecordType.Any => client.IsDatagram ? QuestionVerdict.Truncate : QuestionVerdict.Resolve,
        >= (RecordType)FirstMetaType and <= (RecordType)LastMetaType => QuestionVerdict.NotImplemented,
        (RecordType)ushort.MaxValue => QuestionVerdict.NotImplemented,
        _ => QuestionVerdict.Resolve,
    };
}

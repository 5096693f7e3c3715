using Dns;
using Dns.Wire;
using Simulation.Messages;

namespace Simulation.Rpl;

/// <summary>
/// Compares an answer with what a scenario expects: what any correct resolver owes (rcode, flags, the exact answer
/// records, the SOA and proofs of denials), not every record the scenario's own resolver happens to add.
/// </summary>
internal sealed class AnswerComparison
{
    private const int TtlSlack = 4;
    private const int FlagMask = MessageHeader.ResponseBit | MessageHeader.RecursionDesiredBit
        | MessageHeader.RecursionAvailableBit | MessageHeader.AuthenticDataBit;

    private readonly Entry _entry;
    private readonly Template _expected;
    private readonly WireMessage _got;
    private readonly HashSet<string> _wanted;
    private readonly List<string> _differences = [];

    private AnswerComparison(Entry entry, WireMessage got)
    {
        _entry = entry;
        _expected = entry.First;
        _got = got;
        _wanted = entry.Wanted("opcode", "qtype", "qname", "flags", "rcode", "answer", "authority", "additional");
    }

    /// <summary>The differences; none if the answer is as expected.</summary>
    public static IReadOnlyList<string> Compare(Entry entry, WireMessage got, Simulation.Net.Transport transport)
    {
        var comparison = new AnswerComparison(entry, got);
        comparison.CompareHeader(transport);
        comparison.CompareAnswer();
        comparison.CompareAuthority();
        comparison.CompareOptions();
        return comparison._differences;
    }

    private void CompareHeader(Simulation.Net.Transport transport)
    {
        if (_wanted.Contains("opcode") && _got.Opcode != _expected.Opcode)
            Differ($"opcode {_got.Opcode}, expected {_expected.Opcode}");
        if (_expected.Question is { } question)
            CompareQuestion(question);
        if (_wanted.Contains("rcode") && (int)_got.ResponseCode != _expected.Code)
            Differ($"rcode {_got.ResponseCode}, expected {(ResponseCode)_expected.Code}");
        if (_wanted.Contains("tcp") && transport != Simulation.Net.Transport.Tcp)
            Differ("not over TCP");
        if (!_wanted.Contains("flags"))
            return;
        var mask = FlagMask;
        if ((_expected.Flags & MessageHeader.TruncatedBit) == 0)
            mask |= MessageHeader.TruncatedBit;
        if ((_got.Flags & mask) != (_expected.Flags & mask))
            Differ($"flags {FlagText(_got.Flags)}, expected {FlagText(_expected.Flags)}");
    }

    private void CompareQuestion(WireQuestion expected)
    {
        if (_got.Question is not { } question)
        {
            if (_wanted.Contains("qname"))
                Differ("no question");
            return;
        }
        if (_wanted.Contains("qname") && !question.Name.Equals(expected.Name))
            Differ($"qname {question.Name}, expected {expected.Name}");
        if (_wanted.Contains("qtype") && question.Type != expected.Type)
            Differ($"qtype {question.Type}, expected {expected.Type}");
        if (_wanted.Contains("qcase") && !question.Name.Wire.SequenceEqual(expected.Name.Wire))
            Differ($"qname in the wrong case: {question.Name}");
    }

    private void CompareAnswer()
    {
        if (_wanted.Contains("answer"))
        {
            var missing = _expected.Answer.ExceptBy(_got.Answers.Select(record => record.Key), record => record.Key);
            var surplus = _got.Answers.ExceptBy(_expected.Answer.Select(record => record.Key), record => record.Key);
            foreach (var record in missing)
                Differ($"answer misses {record}");
            foreach (var record in surplus)
                Differ($"answer has {record}");
            CompareOrder();
        }
        if (!_wanted.Contains("ttl"))
            return;
        foreach (var expected in _expected.Answer)
        {
            var got = _got.Answers.Find(record => record.Key == expected.Key);
            if (got is not null && (got.Ttl + TtlSlack < expected.Ttl
                || got.Ttl > expected.Ttl + (expected.Ttl > 0 ? 1u : 0u)))
                Differ($"answer has TTL {got.Ttl}, expected {expected}");
        }
    }

    // The chain comes before what it leads to; scenarios that expect another order are older than that rule.
    private void CompareOrder()
    {
        if (AnswerOrder.FirstFault(_got) is { } fault)
            Differ(fault);
    }

    private void CompareAuthority()
    {
        if (!_wanted.Contains("authority"))
            return;
        var isNegative = _expected.Code == (int)ResponseCode.NxDomain || (_expected.Code == 0 && !_expected.Answer.Any(
            record => record.Type is not (RecordType.Cname or RecordType.Dname or RecordType.Rrsig)));
        var expectsProof = Template.Has(_expected.Authority, RecordType.Nsec)
            || Template.Has(_expected.Authority, RecordType.Nsec3);
        var hasProof = Template.Has(_got.Authority, RecordType.Nsec) || Template.Has(_got.Authority, RecordType.Nsec3);
        var expectsSoa = Template.Has(_expected.Authority, RecordType.Soa);
        var hasSoa = Template.Has(_got.Authority, RecordType.Soa);
        if (isNegative && expectsSoa && !hasSoa)
            Differ("a denial without SOA");
        if (expectsProof && !hasProof && !IsSameAuthority())
            Differ("a denial without its proof");
        if (_expected.Code is 0 or (int)ResponseCode.NxDomain && !isNegative && hasSoa && !expectsSoa)
            Differ("an SOA beside data");
    }

    private bool IsSameAuthority() => _expected.Authority.Select(record => record.Key).ToHashSet()
        .SetEquals(_got.Authority.Select(record => record.Key));

    private void CompareOptions()
    {
        if (_wanted.Contains("ednsdata") && _entry.First.EdnsData is { } data
            && !data.AsSpan().SequenceEqual(_got.EdnsOptions))
            Differ("EDNS options differ");
    }

    private void Differ(string text) => _differences.Add(text);

    private static string FlagText(int flags) => $"{flags & 0xfff0:x4}";
}

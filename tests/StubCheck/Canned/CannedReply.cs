using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Canned;

/// <summary>Makes a reply to a query out of the canned zone: as it should be, or with one fault.</summary>
internal static class CannedReply
{
    private const ushort PlainFlags = 0x8180;
    private const ushort TruncatedBit = 0x0200;
    private const ushort NoName = 3;

    /// <summary>The reply, or null where the query is none.</summary>
    public static byte[]? To(byte[] query, Transport transport, Fault fault)
    {
        if (MessageParser.Parse(query) is not { Questions: [var question], Faults.Count: 0 } asked || asked.IsResponse)
            return null;
        var opt = asked.Additional.FirstOrDefault(record => record.Type == RecordTypes.Opt);
        var mode = Mode.All.Single(mode => mode.Transport == transport && mode.HasEdns == (opt is not null)
            && mode.WantsSignatures == ((opt?.Ttl & 0x8000) is > 0));

        return Compose(asked, question, mode, fault);
    }

    private static byte[] Compose(Message asked, Question question, Mode mode, Fault fault)
    {
        var answer = CannedZone.Answer(question, out var isNegative, out var exists);
        var authority = isNegative && fault != Fault.NoSoa ? new List<Record> { CannedZone.Soa(question) } : [];
        var flags = (ushort)(PlainFlags | (isNegative && !exists ? NoName : 0));
        Spoiling.Records(fault, question, answer, authority);
        if (mode.WantsSignatures || fault == Fault.UnaskedSignatures)
            (answer, authority) = (Signed(answer, fault), Signed(authority, fault));
        flags = Spoiling.Flags(fault, flags, mode, question);

        var builder = new MessageBuilder();
        foreach (var echoed in Spoiling.Questions(fault, question))
            builder.Add(echoed);
        var limit = fault is Fault.TooLong ? ushort.MaxValue : mode.ReplyLimit - (mode.HasEdns ? 11 : 0);
        var isWhole = answer.Concat(authority).All(record => builder.TryAdd(record, limit));
        foreach (var extra in Spoiling.Additional(fault, question, mode))
            builder.TryAdd(extra, ushort.MaxValue);

        return Spoiling.Octets(fault, builder.Finish(asked.Id, isWhole ? flags : (ushort)(flags | TruncatedBit)));
    }

    private static List<Record> Signed(List<Record> records, Fault fault)
    {
        var signed = new List<Record>();
        var apart = new List<Record>();
        foreach (var (index, record) in records.Index())
        {
            signed.Add(record);
            var isLastOfSet = index + 1 == records.Count || records[index + 1].Type != record.Type
                || !records[index + 1].Owner.IsSameAs(record.Owner);
            if (isLastOfSet && !IsSynthesised(records, index))
                (fault == Fault.SignaturesApart ? apart : signed).Add(CannedZone.Signature(record));
        }

        return [.. signed, .. apart];
    }

    // RFC 6672 §5.3.1: the CNAME made from a DNAME has no signature.
    private static bool IsSynthesised(List<Record> records, int index) =>
        records[index].IsAlias && records.Exists(record => record.Type == RecordTypes.Dname);
}

using Dns;
using Dns.Wire;
using Simulation.Messages;

namespace Simulation.Rpl;

/// <summary>
/// What the server that holds a scenario's data would say to a query its author did not foresee: a referral it gives
/// elsewhere, no data for a name it knows, an address it gives as glue.
/// </summary>
internal sealed class Synthesis(Scenario scenario, ScenarioSettings settings)
{
    public const ushort Plain = MessageHeader.ResponseBit;
    private const ushort Authoritative = MessageHeader.ResponseBit | MessageHeader.AuthoritativeBit;

    public static Template Failure { get; } = WithCode("SERVFAIL");

    /// <summary>". NS" at a root server; null at any other.</summary>
    public byte[]? Priming(ServerQuery query)
    {
        if (!settings.RootHints.Exists(hint => hint.Addresses.Contains(query.Address)))
            return null;
        var content = new Template();
        foreach (var (name, addresses) in settings.RootHints)
        {
            content.Answer.Add(Zones.ZoneLine.Read($". 3600000 NS {name}", DomainName.Root, 0));
            foreach (var address in addresses)
            {
                var type = address.Contains(':') ? "AAAA" : "A";
                content.Additional.Add(Zones.ZoneLine.Read($"{name} 3600000 {type} {address}", DomainName.Root, 0));
            }
        }
        return ReplyBuilder.Simple(query, content, Authoritative);
    }

    /// <summary>An answer for a query; null if nothing can be derived.</summary>
    public byte[]? TryMake(ServerQuery query, int step)
    {
        if (query.Question is not { } question || query.Message.Opcode != 0)
            return null;
        var known = Survey(query, question, step);
        if (known.Denial is { } denial && known.Exact.TrueForAll(record => record.Type != question.Type))
        {
            var content = WithCode(denial.First.Code == 3 ? "NXDOMAIN" : "NOERROR");
            content.Authority.AddRange(denial.First.Authority);
            return ReplyBuilder.Simple(query, content, Authoritative);
        }
        if (known.Referral is { } referral)
        {
            var content = new Template();
            content.Authority.AddRange(referral.First.Authority);
            content.Additional.AddRange(referral.First.Additional);
            return ReplyBuilder.Simple(query, content, Plain);
        }
        if (question.Type != RecordType.Ds && known.Exact.Exists(record => record.Type == question.Type))
            return Data(query, known.Exact);
        if (question.Type is RecordType.A or RecordType.Aaaa && GlueAsData(query, question, step) is { } host)
            return host;
        if (!known.HasBelow && known.Exact.Count == 0 && question.Type != RecordType.Aaaa)
            return null;
        var empty = new Template();
        if (known.Soa is { } soa)
            empty.Authority.Add(soa);
        return ReplyBuilder.Simple(query, empty, Authoritative);
    }

    private static byte[] Data(ServerQuery query, List<WireRecord> records)
    {
        var content = new Template();
        content.Answer.AddRange(records);
        return ReplyBuilder.Simple(query, content, Authoritative);
    }

    private Knowledge Survey(ServerQuery query, WireQuestion question, int step)
    {
        var known = new Knowledge();
        foreach (var entry in EntriesAt(query.Address, step))
        {
            if (entry.First.Question is not { } asked || entry.First.Code is not (0 or 3)
                || entry.Raw is not null || entry.First.HexAnswer is not null)
                continue;
            TakeExact(known, entry, query, question);
            foreach (var soa in entry.First.Authority.Where(record => record.Type == RecordType.Soa
                && question.Name.IsAtOrBelow(record.Owner)))
            {
                if (known.Soa is null || soa.Owner.LabelCount > known.Soa.Owner.LabelCount)
                    known.Soa = soa;
            }
            known.HasBelow |= entry.First.Code == 0 && asked.Name.IsAtOrBelow(question.Name);
            if (IsDenial(entry, asked, question))
                known.Denial = entry;
            if (IsReferral(entry, question, out var cut)
                && (known.Cut is null || cut.LabelCount > known.Cut.LabelCount))
                (known.Cut, known.Referral) = (cut, entry);
        }
        return known;
    }

    private static void TakeExact(Knowledge known, Entry entry, ServerQuery query, WireQuestion question)
    {
        foreach (var record in entry.First.Answer.Where(record => record.Owner.Equals(question.Name)))
        {
            var isSignature = record.Type == RecordType.Rrsig && query.Message.IsDnssecOk && record.Rdata.Length > 2
                && ((record.Rdata[0] << 8) | record.Rdata[1]) == (int)question.Type;
            var isNew = known.Exact.TrueForAll(other => other.Key != record.Key);
            if (isNew && (record.Type == question.Type || isSignature))
                known.Exact.Add(record);
        }
    }

    /// <summary>The same denial holds for other types of the name.</summary>
    private static bool IsDenial(Entry entry, WireQuestion asked, WireQuestion question)
    {
        if (entry.First.Answer.Count > 0 || !Template.Has(entry.First.Authority, RecordType.Soa))
            return false;
        return entry.First.Code == 3
            ? question.Name.IsAtOrBelow(asked.Name)
            : question.Name.Equals(asked.Name)
                && entry.First.Authority.TrueForAll(record => !Proves(record, question.Type));
    }

    private static bool Proves(WireRecord record, RecordType type)
    {
        var bitmap = record.Type switch
        {
            RecordType.Nsec when WireName.Measure(record.Rdata) is var length and > 0 => record.Rdata[length..],
            RecordType.Nsec3 when record.Rdata.Length > 5 => BehindHash(record.Rdata),
            _ => [],
        };
        for (var at = 0; at + 2 <= bitmap.Length; at += 2 + bitmap[at + 1])
        {
            var bit = (int)type - bitmap[at] * 256;
            if (bit >= 0 && bit / 8 < bitmap[at + 1] && at + 2 + bit / 8 < bitmap.Length
                && (bitmap[at + 2 + bit / 8] & (0x80 >> (bit % 8))) != 0)
                return true;
        }
        return false;
    }

    private static byte[] BehindHash(byte[] rdata)
    {
        var hashAt = 5 + rdata[4];
        return hashAt < rdata.Length && hashAt + 1 + rdata[hashAt] <= rdata.Length
            ? rdata[(hashAt + 1 + rdata[hashAt])..]
            : [];
    }

    private static bool IsReferral(Entry entry, WireQuestion question, out DomainName cut)
    {
        var ns = entry.First.Authority.Find(record => record.Type == RecordType.Ns);
        cut = ns?.Owner ?? DomainName.Root;
        return ns is not null && entry.First.Answer.Count == 0 && entry.First.Code == 0
            && !entry.First.Words.Contains("AA") && !cut.IsRoot && question.Name.IsAtOrBelow(cut)
            && !(question.Type == RecordType.Ds && question.Name.Equals(cut));
    }

    /// <summary>The address of a server that the scenario gives as glue and nowhere as an answer.</summary>
    private byte[]? GlueAsData(ServerQuery query, WireQuestion question, int step)
    {
        List<WireRecord> glue = [];
        foreach (var range in scenario.Ranges.Where(range => step >= range.First && step <= range.Last))
        {
            foreach (var entry in range.Entries)
            {
                if (entry.First.Answer.Exists(record => IsAddressOf(record, question.Name)))
                    return null;
                if (range.Covers(step, query.Address))
                    glue.AddRange(entry.First.Additional.Where(record => IsAddressOf(record, question.Name)));
            }
        }
        return glue.Count == 0
            ? null
            : Data(query, [.. glue.DistinctBy(record => record.Key).Where(record => record.Type == question.Type)]);
    }

    private static bool IsAddressOf(WireRecord record, DomainName name) =>
        record.Type is RecordType.A or RecordType.Aaaa && record.Owner.Equals(name);

    private IEnumerable<Entry> EntriesAt(string address, int step) =>
        scenario.Ranges.Where(range => range.Covers(step, address)).SelectMany(range => range.Entries);

    private static Template WithCode(string word)
    {
        var template = new Template();
        template.Words.Add(word);
        return template;
    }

    /// <summary>What the ranges of one server say about one question.</summary>
    private sealed class Knowledge
    {
        public List<WireRecord> Exact { get; } = [];

        public WireRecord? Soa { get; set; }

        public bool HasBelow { get; set; }

        public Entry? Denial { get; set; }

        public DomainName? Cut { get; set; }

        public Entry? Referral { get; set; }
    }
}

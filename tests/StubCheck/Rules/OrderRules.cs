using StubCheck.Asking;
using StubCheck.Models;
using StubCheck.Wire;

namespace StubCheck.Rules;

/// <summary>What stands where in the answer section.</summary>
internal static class OrderRules
{
    // RFC 1034 §4.3.2: the alias is copied into the answer, then the search starts again at its target.
    /// <summary>Aliases come first, each owned by the target of the one before.</summary>
    public static string? ChainInOrder(Exchange exchange, Message reply)
    {
        var expected = exchange.Query.Name;
        var hasData = false;
        foreach (var record in Core(reply))
        {
            if (!IsLink(exchange.Query, record))
            {
                hasData = true;
                if (!record.Owner.IsSameAs(expected))
                    return $"{record} where {expected} was due";
                continue;
            }

            if (hasData)
                return $"{record} behind the data";
            if (!record.Owner.IsSameAs(expected))
                return $"{record} where {expected} was due";
            expected = record.Target;
        }

        return null;
    }

    /// <summary>The set asked for ends the section, in one piece; only its own signatures follow.</summary>
    public static string? FinalSetLast(Exchange exchange, Message reply)
    {
        if (exchange.Query.Type == RecordTypes.Any)
            return null;
        var records = reply.Answers.Where(record => record.Type != RecordTypes.Rrsig).ToList();
        var first = records.FindIndex(record => record.Type == exchange.Query.Type);
        if (first < 0)
            return null;
        var after = records.Skip(first).FirstOrDefault(record => record.Type != exchange.Query.Type);

        return after is null ? null : $"{after} behind the first {RecordTypes.Name(exchange.Query.Type)}";
    }

    /// <summary>
    /// Every record is a link of the chain, the DNAME behind one, the data at its end, or a signature.
    /// </summary>
    public static string? NoStranger(Exchange exchange, Message reply)
    {
        var names = NamesOnTheChain(exchange.Query, reply);
        foreach (var record in reply.Answers.Where(record => record.Type != RecordTypes.Rrsig))
        {
            var belongs = record.Type switch
            {
                RecordTypes.Dname => names.Exists(name => name.IsAtOrBelow(record.Owner)),
                RecordTypes.Cname => names.Exists(record.Owner.IsSameAs),
                _ => IsAskedFor(exchange.Query, record.Type) && record.Owner.IsSameAs(names[^1]),
            };
            if (!belongs)
                return record.ToString();
        }

        return null;
    }

    // RFC 2181 §10.1: a name has one canonical name.
    /// <summary>No owner has two CNAME records.</summary>
    public static string? OneCnamePerOwner(Exchange exchange, Message reply)
    {
        var aliases = reply.Answers.Where(record => record.Type == RecordTypes.Cname).ToList();

        return aliases.Find(alias => aliases.Count(other => other.Owner.IsSameAs(alias.Owner)) > 1)?.ToString();
    }

    /// <summary>No section holds a record twice.</summary>
    public static string? NoRecordTwice(Exchange exchange, Message reply)
    {
        foreach (var (index, record) in reply.Records.Index())
        {
            if (reply.Records.Take(index).Any(other => other.Section == record.Section && other.IsTwinOf(record)))
                return $"{record} in {record.Section}";
        }

        return null;
    }

    // RFC 6672 §3.1: the synthesised CNAME is there, with the DNAME's TTL.
    /// <summary>A DNAME is followed by the CNAME made from it, its own signature between them at most.</summary>
    public static string? DnameBeforeItsCname(Exchange exchange, Message reply)
    {
        var records = Core(reply, withDname: true).ToList();
        foreach (var (index, dname) in records.Index().Where(record => record.Item.Type == RecordTypes.Dname))
        {
            if (exchange.Query.Type == RecordTypes.Dname && dname.Owner.IsSameAs(exchange.Query.Name))
                continue;
            var next = index + 1 < records.Count ? records[index + 1] : null;
            if (next is null || !next.IsAlias || !next.Owner.IsAtOrBelow(dname.Owner))
                return $"{dname} without its CNAME behind it";
            if (!next.Target.IsSameAs(next.Owner.Redirect(dname.Owner, dname.Target)))
                return $"{next} does not follow from {dname}";
            if (next.Ttl != dname.Ttl)
                return $"{next} has another TTL than {dname}";
        }

        return null;
    }

    // RFC 4035 §3.1.1: a signature goes into the section of what it covers.
    /// <summary>A signature stands directly behind the set it covers, or behind another signature of it.</summary>
    public static string? RrsigBehindItsSet(Exchange exchange, Message reply)
    {
        if (exchange.Query.Type is RecordTypes.Rrsig or RecordTypes.Any)
            return null;
        foreach (var section in reply.Records.GroupBy(record => record.Section))
        {
            Record? before = null;
            foreach (var record in section)
            {
                if (record.Type == RecordTypes.Rrsig && !IsBehind(record, before))
                    return $"{record} of {RecordTypes.Name(record.Covers)} in {record.Section}";
                before = record;
            }
        }

        return null;
    }

    private static bool IsBehind(Record signature, Record? before) =>
        before is not null
        && before.Owner.IsSameAs(signature.Owner)
        && (before.Type == signature.Covers
            || (before.Type == RecordTypes.Rrsig && before.Covers == signature.Covers));

    private static List<WireName> NamesOnTheChain(Query query, Message reply)
    {
        var names = new List<WireName> { query.Name };
        var links = Truth.Of(query, reply).Links;
        for (var i = 0; i < links; i++)
        {
            var alias = reply.Answers.FirstOrDefault(record => record.IsAlias && record.Owner.IsSameAs(names[^1]));
            if (alias is null)
                break;
            names.Add(alias.Target);
        }

        return names;
    }

    private static bool IsLink(Query query, Record record) => record.IsAlias && !IsAskedFor(query, RecordTypes.Cname);

    private static bool IsAskedFor(Query query, ushort type) => query.Type == type || query.Type == RecordTypes.Any;

    // The records that make the chain and its end, without what accompanies them.
    private static IEnumerable<Record> Core(Message reply, bool withDname = false) =>
        reply.Answers.Where(record => record.Type != RecordTypes.Rrsig
            && (withDname || record.Type != RecordTypes.Dname));
}

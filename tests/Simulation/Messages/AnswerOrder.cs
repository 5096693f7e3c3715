using Dns;

namespace Simulation.Messages;

/// <summary>
/// The order of an answer section that every client understands: the alias chain link by link from the question,
/// then the set asked for in one piece, signatures right behind what they cover, nothing twice, nothing else.
/// </summary>
public static class AnswerOrder
{
    /// <summary>The first rule that is broken, in words; null if none is.</summary>
    public static string? FirstFault(WireMessage answer)
    {
        if (answer.Question is not { } question)
            return answer.Answers.Count == 0 ? null : "an answer without a question";
        if (answer.Answers.DistinctBy(record => record.Key).Count() != answer.Answers.Count)
            return "a record twice";
        var sets = Group(answer.Answers);
        var name = question.Name.Wire.ToArray();
        for (var i = 0; i < sets.Count; i++)
        {
            var (first, fault) = (sets[i][0], FaultInside(sets[i]));
            if (fault is not null)
                return fault;
            // A DNAME above the name is a link even where DNAME was asked for (RFC 6672 §3.1).
            if (first.Type == RecordType.Dname && (question.Type != RecordType.Dname
                || WireName.IsBelow(name, first.Owner.Wire)))
            {
                if (i + 1 == sets.Count || sets[i + 1][0].Type != RecordType.Cname)
                    return $"a DNAME without its CNAME: {first}";
                if (!WireName.IsBelow(name, first.Owner.Wire))
                    return $"a DNAME that is not above the name reached: {first}";
                continue;
            }
            if (!first.Owner.Wire.SequenceEqual(name))
                return $"{first} stands where {DomainName.FromWire(name)} is due";
            var isLink = first.Type == RecordType.Cname && question.Type is not (RecordType.Cname or RecordType.Any);
            if (!isLink)
                return i + 1 == sets.Count ? null : $"{sets[i + 1][0]} stands behind the end";
            if (sets[i].Count(record => record.Type == RecordType.Cname) != 1)
                return $"two CNAMEs at one name: {first}";
            name = first.Rdata;
        }
        return null;
    }

    /// <summary>Records of one owner and type with the signatures right behind them.</summary>
    private static List<List<WireRecord>> Group(List<WireRecord> records)
    {
        List<List<WireRecord>> sets = [];
        foreach (var record in records)
        {
            var isMore = sets.Count > 0 && sets[^1][0].Owner.Equals(record.Owner)
                && (record.Type == sets[^1][0].Type || Covers(record, sets[^1][0].Type));
            if (isMore)
                sets[^1].Add(record);
            else
                sets.Add([record]);
        }
        return sets;
    }

    private static string? FaultInside(List<WireRecord> set)
    {
        if (set.Any(record => record.Ttl != set[0].Ttl))
            return $"two TTLs in one set: {set[0]}";
        if (set.Any(record => !record.Owner.Wire.SequenceEqual(set[0].Owner.Wire)))
            return $"two spellings of one owner: {set[0]}";
        var firstSignature = set.FindIndex(record => Covers(record, set[0].Type));
        return firstSignature >= 0 && set.Skip(firstSignature).Any(record => !Covers(record, set[0].Type))
            ? $"a record behind its signature: {set[0]}"
            : null;
    }

    private static bool Covers(WireRecord record, RecordType type) => record.Type == RecordType.Rrsig
        && record.Rdata.Length > 2 && ((record.Rdata[0] << 8) | record.Rdata[1]) == (int)type;
}

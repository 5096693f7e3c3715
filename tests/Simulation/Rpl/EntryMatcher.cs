namespace Simulation.Rpl;

/// <summary>Whether a query satisfies the MATCH words of an entry.</summary>
internal static class EntryMatcher
{
    public static bool Matches(this Entry entry, ServerQuery query)
    {
        var wanted = entry.Wanted("opcode", "qtype", "qname");
        if (wanted.Contains("opcode") && query.Message.Opcode != entry.First.Opcode)
            return false;
        if (!MatchesQuestion(entry, query, wanted))
            return false;
        if (wanted.Contains("udp") && !query.IsUdp)
            return false;
        if (wanted.Contains("tcp") && query.IsUdp)
            return false;
        if (wanted.Contains("do") && !query.Message.IsDnssecOk)
            return false;
        if (wanted.Contains("noedns") && query.Message.Edns is not null)
            return false;
        if (wanted.Contains("ednsdata")
            && !query.Message.EdnsOptions.AsSpan().SequenceEqual(entry.First.EdnsData ?? []))
            return false;
        return !wanted.Any(word => word.StartsWith("serial=", StringComparison.Ordinal));
    }

    private static bool MatchesQuestion(Entry entry, ServerQuery query, HashSet<string> wanted)
    {
        if (entry.First.Question is not { } expected)
            return true;
        if (query.Question is not { } asked)
            return !wanted.Overlaps(["qname", "qcase", "subdomain", "qtype"]);
        if (wanted.Contains("qtype") && asked.Type != expected.Type)
            return false;
        if (wanted.Contains("qname") && !asked.Name.Equals(expected.Name))
            return false;
        if (wanted.Contains("qcase") && !asked.Name.Wire.SequenceEqual(expected.Name.Wire))
            return false;
        return !wanted.Contains("subdomain") || asked.Name.IsAtOrBelow(expected.Name);
    }
}

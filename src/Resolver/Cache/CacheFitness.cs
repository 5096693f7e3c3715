using Dns;

namespace Resolver.Cache;

/// <summary>What can be cached at all.</summary>
internal static class CacheFitness
{
    /// <summary>True if a set can be cached.</summary>
    public static bool IsFit(RRset set)
    {
        if (set.Class != RecordClass.In || IsMeta(set.Type) || set.Count + set.SignatureCount == 0)
            return false;
        // RFC 2181 §10.1: a name has one CNAME. RFC 6672 §2.4: and one DNAME.
        return set.Count == 1 || set.Type is not (RecordType.Cname or RecordType.Dname);
    }

    /// <summary>True for types that no record in a zone has.</summary>
    // RFC 6895 §3.1: OPT and 128 to 255 are for questions and transactions, not for data.
    public static bool IsMeta(RecordType type) =>
        type is 0 or RecordType.Opt or (>= RecordType.Nxname and <= RecordType.Any);
}

using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>What cannot stay at a name once something new is known about it.</summary>
internal static class Contradiction
{
    /// <summary>
    /// True if an entry has to go because of a newer one at the same name. Fresh data of other types is left to run
    /// out, as its TTL says; stale data is not: nothing may revive it.
    /// </summary>
    // RFC 8767 §4: stale data is not to be used once an authoritative answer has replaced it.
    public static bool Holds(in EntryHeader header, RecordType asked, in EntryHeader present, in Moment now)
    {
        // What comes out of a snapshot is older than what is there.
        if (present.StoredAt.IsAfter(header.StoredAt))
            return false;
        if (present.Tier == Tier.Glue || header.Tier == Tier.Glue || present.Type == header.Type)
            return false;
        var isFresh = present.FreshnessAt(now, Ttl.Zero) == Freshness.Fresh;
        if (isFresh && present.IsBetterThan(header))
            return false;
        return header.Kind switch
        {
            EntryKind.NxDomain => !isFresh
                || present.Kind != EntryKind.Data
                || present.Type == RecordType.Cname
                || present.Type == asked,
            EntryKind.Data when header.Type == RecordType.Cname => present.Kind == EntryKind.NxDomain
                || ((!isFresh || present.Kind != EntryKind.Data) && !MayStandBesideCname(present.Type)),
            _ => present.Kind == EntryKind.NxDomain
                || (present.Type == RecordType.Cname && !MayStandBesideCname(header.Type)),
        };
    }

    // RFC 2181 §10.1, RFC 4034 §2.5, §4: signatures, NSEC and keys stand beside a CNAME, and DS or its absence is
    // the parent's to say.
    private static bool MayStandBesideCname(RecordType type) => type is RecordType.Rrsig or RecordType.Nsec
        or RecordType.Ds or RecordType.Key or RecordType.Sig or RecordType.Nxt;
}

using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Follows aliases through the cache, one link at a time.</summary>
internal sealed class ChainWalker
{
    // Names above the tail that are looked at, lowest first. Reverse names of IPv6 have 34 labels; only names made
    // to be long have more, and for them the servers say the rest.
    private const int MaxAncestors = 40;

    private readonly FlatStore _store;
    private readonly EntryReader _reader;
    private readonly NxDomainCut _cut;
    private readonly DomainName[] _boundaries;

    /// <summary>Makes a walker.</summary>
    public ChainWalker(FlatStore store, EntryReader reader, CacheOptions options)
    {
        _store = store;
        _reader = reader;
        _cut = options.NxDomainCut;
        _boundaries = [.. options.Boundaries];
    }

    /// <summary>Walks from the chain's tail until it ends somehow.</summary>
    [HotPath]
    public WalkResult Walk(AliasChain chain, RecordType type, in Reading reading, out CacheHit hit)
    {
        WalkResult? end;
        do
        {
            end = Visit(chain, type, reading, out hit);
        }
        while (end is null);
        return end.Value;
    }

    /// <summary>Looks at the tail; null if a link was followed and there is a new one.</summary>
    // Whatever is fresh comes before anything stale: a name that was an address and now is an alias is an alias.
    private WalkResult? Visit(AliasChain chain, RecordType type, in Reading reading, out CacheHit hit)
    {
        var key = _store.Key(chain.Tail);
        var end = VisitFresh(chain, key, type, reading.Fresh, out hit);
        return end == WalkResult.Open && reading.Acceptance.Worst != Freshness.Fresh
            ? VisitStale(chain, key, type, reading, out hit)
            : end;
    }

    private WalkResult? VisitFresh(
        AliasChain chain, in NameKey key, RecordType type, in Reading fresh, out CacheHit hit)
    {
        hit = default;
        if (_reader.TryRead(key, type, Tier.Answer, fresh, out var entry))
            return Answered(entry, fresh.Now, out hit);
        if (TryReadAlias(key, fresh, out entry))
            return EndOf(chain.TryFollow(_reader.ToRRset(entry, fresh.Now)));
        if (_reader.TryFind(key, type, fresh, out entry))
            return Answered(entry, fresh.Now, out hit);
        return VisitAncestors(chain, fresh, out hit);
    }

    private WalkResult? VisitStale(
        AliasChain chain, in NameKey key, RecordType type, in Reading reading, out CacheHit hit)
    {
        hit = default;
        var isAnswered = _reader.TryFind(key, type, reading, out var answer);
        if (TryReadAlias(key, reading, out var alias)
            && (!isAnswered || alias.Header.StoredAt.IsAfter(answer.Header.StoredAt)))
            return EndOf(chain.TryFollow(_reader.ToRRset(alias, reading.Now)));
        return isAnswered ? Answered(answer, reading.Now, out hit) : VisitAncestors(chain, reading, out hit);
    }

    /// <summary>Looks above the tail for a DNAME, or for the denial of a name that takes all below it along.</summary>
    private WalkResult? VisitAncestors(AliasChain chain, in Reading reading, out CacheHit hit)
    {
        hit = default;
        var name = chain.Tail;
        for (var left = MaxAncestors; left > 0 && name.Length > 1 && !IsBoundary(name); left--)
        {
            name = WireName.Parent(name);
            if (!_reader.TryRead(_store.Key(name), RecordType.Dname, Tier.Answer, reading, out var entry))
                continue;
            if (entry.Header.Kind == EntryKind.Data)
                return EndOf(chain.TryFollowDname(_reader.ToRRset(entry, reading.Now)));
            if (entry.Header.Kind == EntryKind.NxDomain && IsCut(entry.Header, reading.Now))
                return Answered(entry, reading.Now, out hit);
        }
        return WalkResult.Open;
    }

    private bool IsBoundary(ReadOnlySpan<byte> name)
    {
        foreach (var apex in _boundaries)
        {
            if (WireName.Equals(name, apex.Wire))
                return true;
        }
        return false;
    }

    private bool TryReadAlias(in NameKey key, in Reading reading, out StoredEntry alias) =>
        _reader.TryRead(key, RecordType.Cname, Tier.Answer, reading, out alias)
            && alias.Header.Kind == EntryKind.Data;

    // RFC 8020 §2: below a name that does not exist there is nothing. Servers of unsigned zones are known to deny
    // names that only have names below them; stale denials are not stretched either.
    private bool IsCut(in EntryHeader denial, in Moment now) =>
        denial.FreshnessAt(now, Ttl.Zero) == Freshness.Fresh && _cut switch
        {
            NxDomainCut.All => true,
            NxDomainCut.Secure => denial.Security == SecurityStatus.Secure,
            _ => false,
        };

    private WalkResult Answered(in StoredEntry entry, in Moment now, out CacheHit hit)
    {
        hit = _reader.ToHit(entry, now);
        return WalkResult.Answered;
    }

    private static WalkResult? EndOf(FollowResult step) => step switch
    {
        FollowResult.Followed => null,
        FollowResult.Loop => WalkResult.Loop,
        FollowResult.TooLong => WalkResult.TooLong,
        _ => WalkResult.NameTooLong,
    };
}

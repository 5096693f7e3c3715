using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Every RRset and every denial the resolver knows, each with its own lifetime. What is found is copied into the
/// caller's arena and stays readable whatever happens to the cache.
/// </summary>
public sealed class RRsetCache
{
    // RFC 8767 and the reuse of TTL 0 for a second: two queries of one moment shall not ask twice.
    private const long ShortestReuseMs = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(DomainName Name, RecordType Type, bool IsGlue), Entry> _entries = [];
    private readonly CacheOptions _options;

    /// <summary>Makes an empty cache.</summary>
    public RRsetCache(CacheOptions options, Entropy entropy)
    {
        ArgumentNullException.ThrowIfNull(entropy);
        _options = options;
    }

    /// <summary>
    /// Looks up one name and type: data, or the denial of this type at this name. Fresh or stale, never expired,
    /// and only what may stand in a client's answer.
    /// </summary>
    public bool TryFind(
        ReadOnlySpan<byte> name, RecordType type, in Moment now, CacheArena arena, out CacheHit hit) =>
        TryFind(name, type, Acceptance.Stale, now, arena, out hit);

    /// <summary>Looks up one name and type: data, or the denial of this type at this name.</summary>
    public bool TryFind(
        ReadOnlySpan<byte> name,
        RecordType type,
        Acceptance acceptance,
        in Moment now,
        CacheArena arena,
        out CacheHit hit)
    {
        ArgumentNullException.ThrowIfNull(arena);
        lock (_gate)
        {
            if (TryGet(name, type, isGlue: false, acceptance, now, out hit))
                return true;
            return acceptance.Floor < Credibility.Answer && TryGet(name, type, isGlue: true, acceptance, now, out hit);
        }
    }

    /// <summary>Looks up the denial of a whole name. Fresh or stale, never expired.</summary>
    public bool TryFindNxDomain(ReadOnlySpan<byte> name, in Moment now, CacheArena arena, out CachedDenial denial)
    {
        var isFound = TryFind(name, RecordType.Dname, now, arena, out var hit)
            && !hit.IsData && hit.Denial.Kind == DenialKind.NxDomain;
        denial = isFound ? hit.Denial : default;
        return isFound;
    }

    /// <summary>Follows fresh links from the chain's tail; true if the tail reached is answered fresh.</summary>
    public bool TryWalk(AliasChain chain, RecordType type, in Moment now, CacheArena arena, out CacheHit hit) =>
        Walk(chain, type, Acceptance.Fresh, now, arena, out hit) == WalkResult.Answered;

    /// <summary>
    /// Follows links from the chain's tail, appending each, and stops where the tail is answered, where the cache
    /// knows nothing acceptable, or where the chain cannot go on.
    /// </summary>
    public WalkResult Walk(
        AliasChain chain,
        RecordType type,
        Acceptance acceptance,
        in Moment now,
        CacheArena arena,
        out CacheHit hit)
    {
        while (true)
        {
            if (Visit(chain, type, acceptance, now, arena, out hit) is { } end)
                return end;
        }
    }

    /// <summary>
    /// Stores a set unless fresh data that is more to be believed is there. It takes the place of a denial of the
    /// same name and type.
    /// </summary>
    public StoreResult Store(in ScrubbedRRset set, in Moment now)
    {
        if (set.Security == SecurityStatus.Bogus)
            return StoreResult.Bogus;
        // RFC 2181 §10.1: one CNAME at a name. RFC 6672 §2.4: one DNAME.
        if (set.Set.Class != RecordClass.In || (IsAlias(set.Set.Type) && set.Set.Count != 1))
            return StoreResult.Unfit;
        if (set.Set.BlockLength + set.Proofs.BlockLength > _options.MaxEntryBytes)
            return StoreResult.TooLarge;
        var lifetime = set.Lifetime.Clamp(_options.MinTtl, _options.MaxTtl);
        var data = set.AsFound().Detach() with { Remaining = lifetime };
        var isGlue = set.Credibility < Credibility.Answer;
        var entry = new Entry(CacheHit.Of(data), lifetime, now.Monotonic, set.SignaturesEnd);
        lock (_gate)
        {
            var result = Put((set.Set.OwnerName, set.Set.Type, isGlue), entry, now);
            if (result == StoreResult.Stored && !isGlue)
                Contradict(set.Set.OwnerName, set.Set.Type);
            return result;
        }
    }

    /// <summary>
    /// Stores the denial of a type at a name, or of a name and all below it; it takes the place of what it denies.
    /// </summary>
    public StoreResult StoreDenial(
        ReadOnlySpan<byte> name, RecordType type, in ScrubbedDenial denial, in Moment now)
    {
        if (denial.Security == SecurityStatus.Bogus)
            return StoreResult.Bogus;
        var longest = denial.Soa.IsNone ? _options.NegativeTtlWithoutSoa : _options.MaxNegativeTtl;
        var lifetime = Ttl.Min(denial.Lifetime, longest);
        var found = CacheHit.Of(denial.AsFound().Detach() with { Remaining = lifetime });
        var entry = new Entry(found, lifetime, now.Monotonic, denial.SignaturesEnd);
        // One entry says what is at and below a name: its DNAME, or that there is none, or no such name at all.
        var slot = denial.Kind == DenialKind.NxDomain ? RecordType.Dname : type;
        lock (_gate)
        {
            var result = Put((DomainName.FromWire(name), slot, IsGlue: false), entry, now);
            if (result == StoreResult.Stored && slot != type)
                _entries.Remove((DomainName.FromWire(name), type, false));
            if (result == StoreResult.Stored)
                _entries.Remove((DomainName.FromWire(name), RecordType.Cname, false));
            return result;
        }
    }

    /// <summary>Removes what cannot be true any more now that a name has a set of this type.</summary>
    private void Contradict(DomainName name, RecordType type)
    {
        if (_entries.TryGetValue((name, RecordType.Dname, false), out var below) && IsNxDomain(below.Hit))
            _entries.Remove((name, RecordType.Dname, false));
        // RFC 2181 §10.1 and RFC 4034 §2.5, §4: only signatures and NSEC stand beside a CNAME.
        if (type is not (RecordType.Cname or RecordType.Nsec or RecordType.Rrsig))
            _entries.Remove((name, RecordType.Cname, false));
    }

    private static bool IsAlias(RecordType type) => type is RecordType.Cname or RecordType.Dname;

    /// <summary>One step of a walk; null if a link was followed and the walk goes on.</summary>
    private WalkResult? Visit(
        AliasChain chain, RecordType type, Acceptance acceptance, in Moment now, CacheArena arena, out CacheHit hit)
    {
        var end = VisitWith(chain, type, acceptance with { Worst = Freshness.Fresh }, now, arena, out hit);
        return end == WalkResult.Open && acceptance.Worst != Freshness.Fresh
            ? VisitWith(chain, type, acceptance, now, arena, out hit)
            : end;
    }

    private WalkResult? VisitWith(
        AliasChain chain, RecordType type, Acceptance acceptance, in Moment now, CacheArena arena, out CacheHit hit)
    {
        var tail = chain.Tail;
        if (TryFind(tail, type, acceptance, now, arena, out hit))
            return WalkResult.Answered;
        if (TryFind(tail, RecordType.Cname, acceptance, now, arena, out hit) && hit.IsData)
            return EndOf(chain.TryFollow(hit.Data));
        if (TryFind(tail, RecordType.Dname, acceptance, now, arena, out hit) && IsNxDomain(hit))
            return WalkResult.Answered;
        while (tail.Length > 1)
        {
            tail = WireName.Parent(tail);
            if (!TryFind(tail, RecordType.Dname, acceptance, now, arena, out hit))
                continue;
            if (hit.IsData)
                return EndOf(chain.TryFollowDname(hit.Data));
            if (IsNxDomain(hit) && IsCut(hit))
                return WalkResult.Answered;
        }
        hit = default;
        return WalkResult.Open;
    }

    private static bool IsNxDomain(in CacheHit hit) => !hit.IsData && hit.Denial.Kind == DenialKind.NxDomain;

    // RFC 8020 §2: nothing exists below a name that does not exist.
    private bool IsCut(in CacheHit hit) => hit.Freshness == Freshness.Fresh && _options.NxDomainCut switch
    {
        NxDomainCut.All => true,
        NxDomainCut.Secure => hit.Security == SecurityStatus.Secure,
        _ => false,
    };

    private static WalkResult? EndOf(FollowResult step) => step switch
    {
        FollowResult.Followed => null,
        FollowResult.Loop => WalkResult.Loop,
        FollowResult.TooLong => WalkResult.TooLong,
        _ => WalkResult.NameTooLong,
    };

    private StoreResult Put((DomainName Name, RecordType Type, bool IsGlue) key, Entry entry, in Moment now)
    {
        if (_entries.TryGetValue(key, out var present) && present.IsFresh(now) && IsBetter(present.Hit, entry.Hit))
            return StoreResult.KeptBetter;
        _entries[key] = entry;
        return StoreResult.Stored;
    }

    // RFC 2181 §5.4.1, and what was never validated does not displace what was.
    private static bool IsBetter(in CacheHit present, in CacheHit offered)
    {
        var presentRank = present.IsData ? present.Data.Credibility : present.Denial.Credibility;
        var offeredRank = offered.IsData ? offered.Data.Credibility : offered.Denial.Credibility;
        return presentRank > offeredRank
            || (present.Security != SecurityStatus.Indeterminate && offered.Security == SecurityStatus.Indeterminate);
    }

    private bool TryGet(
        ReadOnlySpan<byte> name, RecordType type, bool isGlue, Acceptance acceptance, in Moment now, out CacheHit hit)
    {
        hit = default;
        if (!_entries.TryGetValue((DomainName.FromWire(name), type, isGlue), out var entry))
            return false;
        var freshness = entry.FreshnessAt(now, _options.MaxStale);
        if (freshness > acceptance.Worst)
            return false;
        var remaining = freshness == Freshness.Fresh
            ? Ttl.Min(entry.Lifetime, now.Monotonic.Until(entry.ExpiresAt))
            : _options.StaleTtl;
        hit = entry.Hit.IsData
            ? CacheHit.Of(entry.Hit.Data with { Remaining = remaining, Freshness = freshness })
            : CacheHit.Of(entry.Hit.Denial with { Remaining = remaining, Freshness = freshness });
        return entry.Hit.IsData
            ? entry.Hit.Data.Credibility >= acceptance.Floor
            : entry.Hit.Denial.Credibility >= acceptance.Floor;
    }

    private sealed record Entry(CacheHit Hit, Ttl Lifetime, Instant StoredAt, UnixTime? SignaturesEnd)
    {
        public Instant ExpiresAt => StoredAt.PlusMilliseconds(Math.Max(Lifetime.Seconds * 1000L, ShortestReuseMs));

        public bool IsFresh(in Moment now) => FreshnessAt(now, Ttl.Zero) == Freshness.Fresh;

        public Freshness FreshnessAt(in Moment now, Ttl maxStale)
        {
            // RFC 4035 §5.3.3: secure data does not outlive its signatures.
            if (Hit.Security == SecurityStatus.Secure && SignaturesEnd is { } end && !end.IsAfter(now.Wall))
                return Freshness.Expired;
            if (ExpiresAt.IsAfter(now.Monotonic))
                return Freshness.Fresh;
            return ExpiresAt.Plus(maxStale).IsAfter(now.Monotonic) ? Freshness.Stale : Freshness.Expired;
        }
    }
}

using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Reads entries out of the store and judges them: flushed, expired, stale or fresh, credible enough.
/// </summary>
internal sealed class EntryReader
{
    private readonly FlatStore _store;
    private readonly CacheOptions _options;
    private FlushLog _flushes = FlushLog.Empty;

    /// <summary>Makes a reader of a store.</summary>
    public EntryReader(FlatStore store, CacheOptions options)
    {
        _store = store;
        _options = options;
    }

    /// <summary>The flushes that entries are held against.</summary>
    public FlushLog Flushes
    {
        get => Volatile.Read(ref _flushes);
        set => Volatile.Write(ref _flushes, value);
    }

    /// <summary>True if an entry may still be found by somebody.</summary>
    public bool IsOfUse(in StoredEntry entry, in Moment now) =>
        entry.Header.FreshnessAt(now, _options.MaxStale) != Freshness.Expired
            && !Flushes.Covers(entry.Header, entry.Name);

    /// <summary>Reads an entry if it is acceptable.</summary>
    [HotPath]
    public bool TryRead(
        in NameKey key, RecordType type, Tier tier, in Reading reading, out StoredEntry entry)
    {
        if (!_store.TryRead(key, type, tier, reading.Arena, out entry))
            return false;
        if (IsAcceptable(entry, key.Name, reading))
            return true;
        reading.Arena.Shrink(entry.Offset, 0);
        return false;
    }

    /// <summary>Finds the best of what is known about a name and type, the denial of the name included.</summary>
    [HotPath]
    public bool TryFind(in NameKey key, RecordType type, in Reading reading, out StoredEntry entry)
    {
        if (TryFindFresh(key, type, reading.Fresh, out entry))
            return true;
        return reading.Acceptance.Worst != Freshness.Fresh && TryFindStale(key, type, reading, out entry);
    }

    /// <summary>An acceptable entry as callers of the cache see it.</summary>
    [HotPath]
    public CacheHit ToHit(in StoredEntry entry, in Moment now) => entry.Header.Kind switch
    {
        EntryKind.Data => CacheHit.Of(ToRRset(entry, now)),
        EntryKind.NoData => CacheHit.Of(ToRRset(entry, now), DenialKind.NoData),
        _ => CacheHit.Of(ToRRset(entry, now), DenialKind.NxDomain),
    };

    /// <summary>An acceptable entry with its set, or with the SOA of the denial it is.</summary>
    [HotPath]
    public CachedRRset ToRRset(in StoredEntry entry, in Moment now)
    {
        var header = entry.Header;
        var remainingMs = now.Monotonic.MillisecondsUntil(header.ExpiresAt);
        return new()
        {
            Set = entry.Set,
            Proofs = entry.Proofs,
            Remaining = remainingMs > 0
                // A TTL of zero is shown as zero for the second in which it is found again.
                ? Ttl.Min(header.Lifetime, now.Monotonic.Until(header.ExpiresAt))
                : _options.StaleTtl,
            Security = header.Security,
            Credibility = header.Credibility,
            Freshness = remainingMs > 0 ? Freshness.Fresh : Freshness.Stale,
            StaleFor = remainingMs > 0 ? Ttl.Zero : header.ExpiresAt.Until(now.Monotonic),
            IsPopular = entry.Hits >= PrefetchPolicy.MinHits,
            IsPrefetchDue = remainingMs > 0 && PrefetchPolicy.IsDue(header, remainingMs, entry.Hits),
        };
    }

    private bool TryFindFresh(in NameKey key, RecordType type, in Reading fresh, out StoredEntry entry)
    {
        if (TryRead(key, type, Tier.Answer, fresh, out entry))
            return true;
        if (fresh.Acceptance.Floor < Credibility.Answer && TryRead(key, type, Tier.Glue, fresh, out entry))
            return true;
        return TryReadNxDomain(key, fresh, out entry);
    }

    // RFC 8767 §4: what was learnt last counts, even when all of it is stale.
    private bool TryFindStale(in NameKey key, RecordType type, in Reading reading, out StoredEntry entry)
    {
        var isFound = TryRead(key, type, Tier.Answer, reading, out entry);
        if (TryReadNxDomain(key, reading, out var denial)
            && (!isFound || denial.Header.StoredAt.IsAfter(entry.Header.StoredAt)))
        {
            entry = denial;
            return true;
        }
        if (isFound)
            return true;
        return reading.Acceptance.Floor < Credibility.Answer && TryRead(key, type, Tier.Glue, reading, out entry);
    }

    private bool TryReadNxDomain(in NameKey key, in Reading reading, out StoredEntry entry) =>
        TryRead(key, RecordType.Dname, Tier.Answer, reading, out entry) && entry.Header.Kind == EntryKind.NxDomain;

    private bool IsAcceptable(in StoredEntry entry, ReadOnlySpan<byte> name, in Reading reading)
    {
        var header = entry.Header;
        return header.FreshnessAt(reading.Now, _options.MaxStale) <= reading.Acceptance.Worst
            && header.Credibility >= reading.Acceptance.Floor
            && !Flushes.Covers(header, name);
    }
}

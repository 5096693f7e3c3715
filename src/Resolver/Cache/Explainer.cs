using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Tells an operator what the cache holds for a name and why it is used or not.</summary>
internal sealed class Explainer
{
    private readonly FlatStore _store;
    private readonly EntryReader _reader;
    private readonly CacheOptions _options;

    /// <summary>Makes an explainer of a store.</summary>
    public Explainer(FlatStore store, EntryReader reader, CacheOptions options)
    {
        _store = store;
        _reader = reader;
        _options = options;
    }

    /// <summary>All entries of a name, of every type, those not used any more included.</summary>
    public IReadOnlyList<ExplainedEntry> Explain(DomainName name, in Moment now)
    {
        var entries = new List<StoredEntry>();
        _store.CopyOfName(_store.Key(name.Wire), new CacheArena(), entries);
        var explained = new List<ExplainedEntry>(entries.Count);
        foreach (var entry in entries)
            explained.Add(Explain(entry, now));
        return explained;
    }

    private ExplainedEntry Explain(in StoredEntry entry, in Moment now)
    {
        var header = entry.Header;
        var age = header.StoredAt.MillisecondsUntil(now.Monotonic);
        return new()
        {
            Name = DomainName.FromWire(entry.Name),
            Type = header.Kind == EntryKind.NxDomain ? null : header.Type,
            Denial = header.Kind switch
            {
                EntryKind.NoData => DenialKind.NoData,
                EntryKind.NxDomain => DenialKind.NxDomain,
                _ => null,
            },
            Set = entry.Set,
            Proofs = entry.Proofs,
            State = StateOf(entry, now),
            Lifetime = header.Lifetime,
            Remaining = Ttl.Min(header.Lifetime, now.Monotonic.Until(header.ExpiresAt)),
            StaleFor = header.ExpiresAt.Until(now.Monotonic),
            Credibility = header.Credibility,
            Security = header.Security,
            Origin = entry.Origin,
            StoredAt = new(now.Wall.Milliseconds - age),
            SignaturesEnd = header.SignaturesEnd == 0 ? null : UnixTime.FromSeconds(header.SignaturesEnd),
            Hits = entry.Hits,
        };
    }

    private ExplainedState StateOf(in StoredEntry entry, in Moment now)
    {
        if (_reader.Flushes.Covers(entry.Header, entry.Name))
            return ExplainedState.Flushed;
        return entry.Header.FreshnessAt(now, _options.MaxStale) switch
        {
            Freshness.Fresh => ExplainedState.Fresh,
            Freshness.Stale => ExplainedState.Stale,
            _ when entry.Header.HaveSignaturesEnded(now) => ExplainedState.SignaturesEnded,
            _ => ExplainedState.TooOld,
        };
    }
}

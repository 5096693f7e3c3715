using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// Every RRset and every denial the resolver knows, each with its own lifetime. What is found is copied into the
/// caller's arena and stays readable whatever happens to the cache. For use by all threads at once; look-ups take
/// no lock and allocate nothing.
/// </summary>
public sealed class RRsetCache
{
    private readonly CacheOptions _options;
    private readonly FlatStore _store;
    private readonly EntryReader _reader;
    private readonly ChainWalker _walker;
    private readonly Explainer _explainer;
    private readonly Flusher _flusher;

    /// <summary>Makes an empty cache.</summary>
    public RRsetCache(CacheOptions options, Entropy entropy)
    {
        _options = options;
        Ttls = new(options);
        var capacity = Math.Max(options.CapacityBytes, CacheOptions.MinCapacityBytes);
        _store = new(capacity, options.MaxStale, SecretKey.From(entropy));
        _reader = new(_store, options);
        _walker = new(_store, _reader, options);
        _explainer = new(_store, _reader, options);
        _flusher = new(_store, _reader, entropy);
    }

    /// <summary>How long what servers send may be kept.</summary>
    public TtlPolicy Ttls { get; }

    /// <summary>Figures for the operator.</summary>
    public CacheStatistics Statistics => _store.Statistics;

    /// <summary>
    /// Looks up one name and type: data, or the denial of this type or of this very name. Fresh, else stale, never
    /// expired, and only what may stand in a client's answer.
    /// </summary>
    [HotPath]
    public bool TryFind(
        ReadOnlySpan<byte> name, RecordType type, in Moment now, CacheArena arena, out CacheHit hit) =>
        TryFind(name, type, Acceptance.Stale, now, arena, out hit);

    /// <summary>Looks up one name and type: data, or the denial of this type or of this very name.</summary>
    [HotPath]
    public bool TryFind(
        ReadOnlySpan<byte> name,
        RecordType type,
        Acceptance acceptance,
        in Moment now,
        CacheArena arena,
        out CacheHit hit)
    {
        var isFound = _reader.TryFind(_store.Key(name), type, new(acceptance, now, arena), out var entry);
        hit = isFound ? _reader.ToHit(entry, now) : default;
        return isFound;
    }

    /// <summary>Looks up the denial of a whole name. Fresh or stale, never expired.</summary>
    [HotPath]
    public bool TryFindNxDomain(ReadOnlySpan<byte> name, in Moment now, CacheArena arena, out CachedDenial denial)
    {
        var isFound = TryFind(name, RecordType.Dname, now, arena, out var hit)
            && !hit.IsData && hit.Denial.Kind == DenialKind.NxDomain;
        denial = isFound ? hit.Denial : default;
        return isFound;
    }

    /// <summary>Follows fresh links from the chain's tail; true if the tail reached is answered fresh.</summary>
    [HotPath]
    public bool TryWalk(AliasChain chain, RecordType type, in Moment now, CacheArena arena, out CacheHit hit) =>
        Walk(chain, type, Acceptance.Fresh, now, arena, out hit) == WalkResult.Answered;

    /// <summary>
    /// Follows links from the chain's tail, appending each, and stops where the tail is answered, where the cache
    /// knows nothing acceptable, or where the chain cannot go on.
    /// </summary>
    [HotPath]
    public WalkResult Walk(
        AliasChain chain,
        RecordType type,
        Acceptance acceptance,
        in Moment now,
        CacheArena arena,
        out CacheHit hit) =>
        _walker.Walk(chain, type, new Reading(acceptance, now, arena), out hit);

    /// <summary>
    /// Stores a set unless fresh data that is more to be believed is there. It takes the place of what it
    /// contradicts: a denial of the same name and type, or of the name.
    /// </summary>
    public StoreResult Store(in ScrubbedRRset set, in Moment now)
    {
        if (set.Security == SecurityStatus.Bogus)
            return StoreResult.Bogus;
        if (!CacheFitness.IsFit(set.Set) || set.Proofs.Count > EntryDraft.MaxProofs)
            return StoreResult.Unfit;
        return Write(set.Set.Owner, EntryDraft.Of(set, Ttls.ForData(set.Lifetime), now), now);
    }

    /// <summary>
    /// Stores the denial of a type at a name, or of a name and all below it; it takes the place of what it denies.
    /// </summary>
    public StoreResult StoreDenial(
        ReadOnlySpan<byte> name, RecordType type, in ScrubbedDenial denial, in Moment now)
    {
        if (denial.Security == SecurityStatus.Bogus)
            return StoreResult.Bogus;
        if (CacheFitness.IsMeta(type) || denial.Proofs.Count > EntryDraft.MaxProofs)
            return StoreResult.Unfit;
        var lifetime = Ttls.ForDenial(denial.Soa, denial.Lifetime);
        return Write(name, EntryDraft.Of(name, type, denial, lifetime, now), now);
    }

    /// <summary>Forgets what is cached of one type at a name, glue included. Returns how many entries went.</summary>
    public int Flush(ReadOnlySpan<byte> name, RecordType type) => _store.Remove(_store.Key(name), type);

    /// <summary>Forgets what is cached at a name, of every type. Returns how many entries went.</summary>
    public int Flush(ReadOnlySpan<byte> name) => _store.Remove(_store.Key(name), type: null);

    /// <summary>
    /// Forgets a name and all below it, at once and however many there are. False for the root, which would be
    /// everything: nothing is forgotten then.
    /// </summary>
    public bool TryFlushSubtree(ReadOnlySpan<byte> apex) => _flusher.TryFlushSubtree(apex);

    /// <summary>Forgets all denials, at once and however many there are.</summary>
    public void FlushDenials() => _flusher.FlushDenials();

    /// <summary>Offers to forget everything; <see cref="TryFlushEverything"/> takes the code.</summary>
    public FlushOffer OfferFlushEverything(in Moment now) => _flusher.OfferEverything(now);

    /// <summary>Forgets everything for who repeats the code of the last offer in time; an offer holds once.</summary>
    public bool TryFlushEverything(string code, in Moment now) => _flusher.TryFlushEverything(code, now);

    /// <summary>Tells what is cached at a name, of every type, and why it is used or not.</summary>
    public IReadOnlyList<ExplainedEntry> Explain(DomainName name, in Moment now) => _explainer.Explain(name, now);

    /// <summary>
    /// Writes all that is of use to a stream, for the next process. Takes the time the stream takes: not for a
    /// worker. Look-ups and stores go on meanwhile.
    /// </summary>
    public SnapshotSummary WriteSnapshot(Stream target, in Moment now, CancellationToken cancellation) =>
        new SnapshotWriter(_reader, _options.MaxTtl, target, now).Write(_store, cancellation);

    /// <summary>
    /// Loads what <see cref="WriteSnapshot"/> wrote, if all of it is as it was written; what is in the cache by now
    /// stays. The stream is read twice, first to check it.
    /// </summary>
    public SnapshotSummary LoadSnapshot(Stream source, in Moment now, CancellationToken cancellation) =>
        new SnapshotLoader(_options, source, now).Load(_store, _reader.Flushes, cancellation);

    private StoreResult Write(ReadOnlySpan<byte> name, in EntryDraft draft, in Moment now) =>
        draft.Length > _options.MaxEntryBytes
            ? StoreResult.TooLarge
            : _store.Write(_store.Key(name), draft, _reader.Flushes, now);
}

using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>What is remembered, how much and for how long.</summary>
internal sealed record CacheSettings
{
    /// <summary>Memory for cached data.</summary>
    public required MemoryAmount Size { get; init; }

    /// <summary>The largest single entry.</summary>
    public required ByteSize MaxEntrySize { get; init; }

    /// <summary>Lower bound of lifetimes.</summary>
    public required TimeSpan MinTtl { get; init; }

    /// <summary>Upper bound of lifetimes.</summary>
    public required TimeSpan MaxTtl { get; init; }

    /// <summary>Lower bound of lifetimes of denials.</summary>
    public required TimeSpan MinNegativeTtl { get; init; }

    /// <summary>Upper bound of lifetimes of denials.</summary>
    public required TimeSpan MaxNegativeTtl { get; init; }

    /// <summary>Lower bound of lifetimes of delegations, for our own use.</summary>
    public required TimeSpan MinDelegationTtl { get; init; }

    /// <summary>How long a first failure is remembered.</summary>
    public required TimeSpan MinFailureTtl { get; init; }

    /// <summary>How long a repeated failure is remembered.</summary>
    public required TimeSpan MaxFailureTtl { get; init; }

    /// <summary>Use of RFC 8020.</summary>
    public required NxdomainCut NxdomainCut { get; init; }

    /// <summary>Whether lifetimes are handed out as they came from the server.</summary>
    public required bool OriginalTtl { get; init; }

    /// <summary>The copy of the cache on disk.</summary>
    public required SnapshotSettings Snapshot { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static CacheSettings Read(SectionReader r) => new()
    {
        Size = r.Value("size", Kinds.Memory(ByteSize.MiB(4), new ByteSize(1L << 42), 90), MemoryAmount.Share(25),
            "Memory for cached data: a size, or a share of what the machine or the control group has."),
        MaxEntrySize = r.Value("max-entry-size", Kinds.Bytes(ByteSize.KiB(4), ByteSize.KiB(64)), ByteSize.KiB(64),
            "Larger answers are passed on and not kept."),
        MinTtl = r.Value("min-ttl", Kinds.Duration("0s", "1h"), TimeSpan.Zero,
            "Records live at least this long. Above zero it keeps records longer than their owners allow."),
        MaxTtl = r.Value("max-ttl", Kinds.Duration("1s", "1w"), Kinds.Time("1d"), "Records live at most this long."),
        MinNegativeTtl = r.Planned("min-negative-ttl", Kinds.Duration("0s", "1h"), TimeSpan.Zero,
            "Denials (NXDOMAIN, no data) live at least this long."),
        MaxNegativeTtl = r.Value("max-negative-ttl", Kinds.Duration("0s", "1d"), Kinds.Time("1h"),
            "Denials live at most this long (RFC 2308 §5)."),
        MinDelegationTtl = r.Planned("min-delegation-ttl", Kinds.Duration("0s", "1h"), Kinds.Time("1m"),
            "Delegations are used at least this long, so that a zone with lifetime zero does not load its parent."),
        MinFailureTtl = r.Planned("min-failure-ttl", Kinds.Duration("1s", "5m"), Kinds.Time("1s"),
            "How long a first failure to resolve is remembered; each further one doubles it (RFC 9520)."),
        MaxFailureTtl = r.Planned("max-failure-ttl", Kinds.Duration("1s", "5m"), Kinds.Time("1m"),
            "The longest that a failure is remembered (RFC 9520 §3.2: at most 5 minutes)."),
        NxdomainCut = r.Value("nxdomain-cut", Kinds.Choice<NxdomainCut>(), NxdomainCut.Secure,
            "Take a name's non-existence as proof that nothing exists below it (RFC 8020): never (`off`), where "
            + "DNSSEC proves it (`secure`), or `always`."),
        OriginalTtl = r.Value("original-ttl", Kinds.Boolean, false,
            "Hand out lifetimes as they came, not what is left of them. For resolvers behind this one.",
            KeyChange.OnReload),
        Snapshot = r.Section("snapshot", "A copy of the cache on disk, for a warm start.", SnapshotSettings.Read),
    };
}

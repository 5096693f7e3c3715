using Dns;

namespace Resolver.Cache;

/// <summary>The settings of the record cache. The defaults suit a resolver for a house or a company.</summary>
public sealed record CacheOptions
{
    /// <summary>Octets of the smallest cache; less is taken as this much.</summary>
    public const long MinCapacityBytes = FlatStore.MinCapacity;

    /// <summary>Octets the cache may take, index included. The daemon gives a share of the machine's memory.</summary>
    public long CapacityBytes { get; init; } = 64L << 20;

    /// <summary>Octets of the largest entry that is cached: what is larger is asked for each time.</summary>
    // Every DNSKEY set seen in the wild fits; sets of 64 kB exist to fill caches.
    public int MaxEntryBytes { get; init; } = 16 * 1024;

    /// <summary>The longest lifetime.</summary>
    // RFC 8767 §4: a cap of days is advised; a day is what most resolvers use.
    public Ttl MaxTtl { get; init; } = new(86_400);

    /// <summary>The shortest lifetime. Raising it shows clients TTLs the zone did not give.</summary>
    public Ttl MinTtl { get; init; } = Ttl.Zero;

    /// <summary>The longest lifetime of a denial.</summary>
    // RFC 2308 §5: one to three hours work well, more than a day does harm.
    public Ttl MaxNegativeTtl { get; init; } = new(10_800);

    /// <summary>The lifetime of a denial that came without SOA.</summary>
    // RFC 2308 §5: such a denial should not be cached; a few seconds spare the servers a flood.
    public Ttl NegativeTtlWithoutSoa { get; init; } = new(5);

    /// <summary>The TTL of stale data in an answer.</summary>
    // RFC 8767 §4: 30 seconds are recommended.
    public Ttl StaleTtl { get; init; } = new(30);

    /// <summary>How long after its lifetime data may be served; zero turns stale answers off.</summary>
    // RFC 8767 §5: one to three days are suggested.
    public Ttl MaxStale { get; init; } = new(86_400);

    /// <summary>
    /// How long after its lifetime a popular name is answered at once and fetched anew behind; zero for never.
    /// </summary>
    // Long enough for a fetch to come back, too short to keep clients from a changed address.
    public Ttl RevalidateWindow { get; init; } = new(3);

    /// <summary>Which denials of a name also deny every name below it.</summary>
    public NxDomainCut NxDomainCut { get; init; } = NxDomainCut.Secure;

    /// <summary>
    /// Apexes of stub and forward zones. What is known about names above one says nothing about names at or below it:
    /// neither that they do not exist nor that they are found elsewhere.
    /// </summary>
    public IReadOnlyList<DomainName> Boundaries { get; init; } = [];
}

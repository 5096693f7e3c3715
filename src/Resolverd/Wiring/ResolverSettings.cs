using Dns;
using Dnssec;
using Dnssec.Algorithms;
using Resolver;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Policy;
using Resolver.Ports;
using Resolver.Recursion;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Work;
using Resolver.Validation;
using Resolverd.Configuration.Model;
using Model = Resolverd.Configuration.Model;

namespace Resolverd.Wiring;

/// <summary>
/// What the resolver's rooms are told, made from the settings as a whole: everything that can fail, files above
/// all, fails here and changes nothing.
/// </summary>
internal sealed record ResolverSettings
{
    /// <summary>For the cache; its size holds until the daemon ends.</summary>
    public required CacheOptions Cache { get; init; }

    /// <summary>For the recursion.</summary>
    public required RecursionOptions Recursion { get; init; }

    /// <summary>For the validation; null where it is off.</summary>
    public required ValidationOptions? Validation { get; init; }

    /// <summary>For queries and answers.</summary>
    public required HandlerSettings Handler { get; init; }

    /// <summary>Translates the settings.</summary>
    /// <exception cref="Hosting.DaemonException">A file that they name cannot be used.</exception>
    public static ResolverSettings From(Settings settings, DomainNameComparer names, UnixTime now) => new()
    {
        Cache = CacheOf(settings),
        Recursion = RecursionOf(settings),
        Validation = settings.Dnssec.Validate ? ValidationOf(settings.Dnssec, now) : null,
        Handler = HandlerOf(settings, names),
    };

    private static CacheOptions CacheOf(Settings settings) => new()
    {
        CapacityBytes = settings.Cache.Size.BytesOf(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
        MaxEntryBytes = (int)settings.Cache.MaxEntrySize.Bytes,
        MinTtl = TtlOf(settings.Cache.MinTtl),
        MaxTtl = TtlOf(settings.Cache.MaxTtl),
        MaxNegativeTtl = TtlOf(settings.Cache.MaxNegativeTtl),
        StaleTtl = TtlOf(settings.Stale.AnswerTtl),
        MaxStale = settings.Stale.Enabled ? TtlOf(settings.Stale.MaxAge) : Ttl.Zero,
        Boundaries = [.. ZonesOf(settings).Select(zone => zone.Zone)],
        NxDomainCut = settings.Cache.NxdomainCut switch
        {
            Model.NxdomainCut.Off => Resolver.Cache.NxDomainCut.Off,
            Model.NxdomainCut.Always => Resolver.Cache.NxDomainCut.All,
            _ => Resolver.Cache.NxDomainCut.Secure,
        },
    };

    private static RecursionOptions RecursionOf(Settings settings)
    {
        var recursion = settings.Recursion;
        return new()
        {
            RootHints = RootHints.Load(recursion.RootHintsFile),
            ServerPort = (ushort)recursion.OutgoingPort,
            QnameMinimisation = Enum.Parse<Resolver.Recursion.QnameMinimisation>(
                recursion.QnameMinimisation.ToString()),
            RandomisesCase = recursion.CaseRandomisation,
            UsesIPv4 = recursion.IPv4,
            UsesIPv6 = recursion.IPv6,
            UsesTcpOnly = recursion.TcpOnly,
            DoNotQuery = recursion.DoNotQuery,
            PrivateServers = EveryNetwork,
            Zones = [.. ZonesOf(settings)],
            UsesStrictGlue = recursion.StrictGlue,
            FetchesExtraAddresses = recursion.FetchExtraAddresses,
            Limits = new BudgetLimits
            {
                MaxExchanges = recursion.Budget.Queries,
                MaxExchangesPerName = recursion.Budget.QueriesPerName,
                MaxOctetsReceived = (int)recursion.Budget.Received.Bytes,
            },
        };
    }

    // The list of networks never asked is the operator's; its default holds every private network already.
    private static HostNetwork[] EveryNetwork { get; } = [HostNetwork.Parse("0.0.0.0/0"), HostNetwork.Parse("::/0")];

    private static IEnumerable<ConfiguredZone> ZonesOf(Settings settings) =>
        settings.StubZones.Select(zone => ZoneOf(zone, ConfiguredZoneKind.Stub))
            .Concat(settings.ForwardZones.Select(zone => ZoneOf(zone, ConfiguredZoneKind.Forward)));

    private static ConfiguredZone ZoneOf(RedirectedZone zone, ConfiguredZoneKind kind) => new()
    {
        Zone = zone.Zone,
        Servers = zone.Addresses,
        Kind = kind,
        Fallback = zone.First ? ZoneFallback.ResolveNormally : ZoneFallback.Fail,
    };

    private static ValidationOptions ValidationOf(DnssecSettings dnssec, UnixTime now) => new()
    {
        Anchors = TrustAnchors.Load(dnssec.TrustAnchorsFile, now),
        Algorithms = dnssec.Sha1 == Sha1Signatures.Insecure
            ? AlgorithmSet.Default
            : AlgorithmSet.Default.WithSha1Signatures().WithSha1Digests(),
        NegativeAnchors = new NegativeTrustAnchors(
            dnssec.NegativeTrustAnchors.Select(name => new NegativeTrustAnchor(name, $"configured for {name}", null))),
        BogusData = dnssec.Permissive ? BogusData.Served : BogusData.Refused,
        Allowance = WorkAllowance.Default,
    };

    private static HandlerSettings HandlerOf(Settings settings, DomainNameComparer names) => new()
    {
        Access = new AccessList(settings.Access.Allow),
        LocalZones = new LocalZones(LocalZonesOf(settings.Policy, names), names),
        Identity = new ServerIdentity(settings.Server.Version, settings.Server.Identity),
        NonRecursive = settings.Answers.AllowNonrecursive
            ? NonRecursiveQueries.AnsweredFromCache
            : NonRecursiveQueries.Refused,
        Responses = new ResponseSettings
        {
            MaxDatagram = settings.Listen.EdnsUdpSize,
            Nsid = System.Text.Encoding.UTF8.GetBytes(settings.Server.Nsid ?? ""),
            SendsExtendedErrors = settings.Answers.ExtendedErrors,
            RotatesRecords = settings.Answers.Rotation == RecordRotation.Cyclic,
            SendsOriginalTtl = settings.Cache.OriginalTtl,
        },
        Deadlines = new ClientDeadlines
        {
            StaleMs = (int)settings.Stale.ClientTimeout.TotalMilliseconds,
            FailureMs = (int)settings.Recursion.Timeouts.ClientAnswer.TotalMilliseconds,
        },
        ServesStale = settings.Stale.Enabled,
        ChecksOwnAnswers = settings.Testing.Enabled,
    };

    private static IEnumerable<Resolver.Policy.LocalZone> LocalZonesOf(PolicySettings policy, DomainNameComparer names)
    {
        var special = policy.SpecialUseNames ? SpecialUseNames.Build(names, new HashSet<DomainName>()) : [];
        return special.Concat(StaticHosts.Build(policy.StaticHosts, names));
    }

    private static Ttl TtlOf(TimeSpan time) => new((uint)time.TotalSeconds);
}

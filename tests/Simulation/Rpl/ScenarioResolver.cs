using Dns;
using Resolver;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Policy;
using Resolver.Ports;
using Resolver.Recursion;
using Resolver.Recursion.Delegations;
using Simulation.Worlds;

namespace Simulation.Rpl;

/// <summary>Configures the resolver as a scenario wants it.</summary>
internal static class ScenarioResolver
{
    /// <summary>Puts a resolver into the world; what it lacks, in words, or null.</summary>
    public static string? Install(World world, ScenarioSettings settings)
    {
        if (Lacks(settings) is { } lack)
            return lack;
        SimulatedResolver.Install(world, Plan(settings));
        return null;
    }

    private static string? Lacks(ScenarioSettings settings)
    {
        if (settings.Dns64Prefix is not null)
            return "DNS64";
        if (settings.HasLocalZones)
            return "zones served by the resolver itself";
        if (settings.StaticHosts.Count > 0)
            return "static hosts";
        if (settings.Stale is not null)
            return "stale answers";
        if (settings.PrivateAddresses.Count > 0)
            return "rebinding protection";
        return null;
    }

    private static ResolverPlan Plan(ScenarioSettings settings) => new()
    {
        Recursion = Recursion(settings),
        Cache = Cache(settings),
        Validation = settings.Validates ? ScenarioTrust.Of(settings) : null,
        Handler = new HandlerSettings
        {
            LocalZones = LocalZones.None,
            NonRecursive = settings.AnswersNonRecursive
                ? NonRecursiveQueries.AnsweredFromCache
                : NonRecursiveQueries.Refused,
            Responses = new ResponseSettings
            {
                MaxDatagram = ResponseSettings.GreatestMaxDatagram,
                SendsOriginalTtl = settings.HandsOutOriginalTtl,
            },
            ServesStale = settings.Stale is not null,
            ChecksOwnAnswers = true,
        },
    };

    private static RecursionOptions Recursion(ScenarioSettings settings) => new()
    {
        RootHints =
        [
            .. settings.RootHints.Select(hint =>
                new NameServer(DomainName.Parse(hint.Name), hint.Addresses.Select(HostAddress.Parse))),
        ],
        QnameMinimisation = !settings.Minimises ? QnameMinimisation.Off
            : settings.MinimisesStrictly ? QnameMinimisation.Strict : QnameMinimisation.Relaxed,
        RandomisesCase = false,
        UsesIPv4 = settings.UsesIPv4,
        UsesIPv6 = settings.UsesIPv6,
        UsesTcpOnly = settings.UsesTcpOnly,
        UsesStrictGlue = settings.HardensGlue,
        FetchesExtraAddresses = settings.FetchesExtraAddresses,
        DoNotQuery =
        [
            .. (settings.SparesLocalhost ? ["127.0.0.0/8", "::1"] : Array.Empty<string>()).Concat(settings.DoNotQuery)
                .Select(HostNetwork.Parse),
        ],
        // Scenarios put servers at addresses of all kinds.
        PrivateServers = [HostNetwork.Parse("0.0.0.0/0"), HostNetwork.Parse("::/0")],
        Zones =
        [
            .. settings.Stubs.Select(zone => Configured(zone, ConfiguredZoneKind.Stub)),
            .. settings.Forwards.Select(zone => Configured(zone, ConfiguredZoneKind.Forward)),
        ],
    };

    private static ConfiguredZone Configured(ConfiguredServers zone, ConfiguredZoneKind kind) => new()
    {
        Zone = DomainName.Parse(zone.Zone),
        Servers = [.. zone.Addresses.Select(text => new ServerAddress(HostAddress.Parse(text), ServerAddress.DnsPort))],
        Kind = kind,
        Fallback = zone.FallsBack ? ZoneFallback.ResolveNormally : ZoneFallback.Fail,
    };

    private static CacheOptions Cache(ScenarioSettings settings)
    {
        var shipped = new CacheOptions { CapacityBytes = CacheOptions.MinCapacityBytes };
        return shipped with
        {
            MinTtl = settings.MinimumTtl is { } least ? new Ttl(least) : shipped.MinTtl,
            MaxTtl = settings.MaximumTtl is { } greatest ? new Ttl(greatest) : shipped.MaxTtl,
            MaxNegativeTtl = settings.MaximumNegativeTtl is { } negative ? new Ttl(negative) : shipped.MaxNegativeTtl,
            Boundaries = [.. settings.Stubs.Concat(settings.Forwards).Select(zone => DomainName.Parse(zone.Zone))],
            NxDomainCut = settings.CutsAtNxDomain ? NxDomainCut.Secure : NxDomainCut.Off,
        };
    }
}

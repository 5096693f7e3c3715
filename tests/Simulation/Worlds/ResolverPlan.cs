using Resolver;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion;
using Resolver.Recursion.Delegations;
using Resolver.Validation;
using Simulation.Internet;
using Simulation.Luck;

namespace Simulation.Worlds;

/// <summary>How the resolver of a world is configured.</summary>
public sealed record ResolverPlan
{
    /// <summary>The way to servers.</summary>
    public required RecursionOptions Recursion { get; init; }

    /// <summary>The cache.</summary>
    public CacheOptions Cache { get; init; } = new() { CapacityBytes = CacheOptions.MinCapacityBytes };

    /// <summary>Signatures; null for no validation.</summary>
    public ValidationOptions? Validation { get; init; }

    /// <summary>Queries and answers.</summary>
    public HandlerSettings Handler { get; init; } = new() { ChecksOwnAnswers = true };

    /// <summary>Draws a plan for a generated Internet.</summary>
    public static ResolverPlan Draw(Chance chance, SimulatedInternet internet) => new()
    {
        Recursion = new()
        {
            RootHints = [.. internet.RootServers.Select(host => new NameServer(host.Name, host.Addresses))],
            QnameMinimisation = chance.Pick(Enum.GetValues<QnameMinimisation>()),
            RandomisesCase = chance.Happens(70),
            UsesStrictGlue = chance.Happens(30),
            FetchesExtraAddresses = chance.Happens(70),
            UsesIPv6 = chance.Happens(80),
            UsesTcpOnly = false,
        },
        Handler = new()
        {
            ChecksOwnAnswers = true,
            ServesStale = chance.Happens(50),
        },
    };

    /// <summary>The plan of a small test: the root of <see cref="NameTree"/>, everything else as shipped.</summary>
    public static ResolverPlan Plain(HostAddress root) => new()
    {
        Recursion = new() { RootHints = [new(Dns.DomainName.Parse("a.root-servers.net."), [root])] },
    };
}

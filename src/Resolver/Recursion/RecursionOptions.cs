using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Work;

namespace Resolver.Recursion;

/// <summary>The settings of the recursion. Immutable: a reload makes a new recursor with new options.</summary>
public sealed record RecursionOptions
{
    /// <summary>Servers of the root to begin with (RFC 9609 §2).</summary>
    public required IReadOnlyList<NameServer> RootHints { get; init; }

    /// <summary>The port of servers known by address alone.</summary>
    public ushort ServerPort { get; init; } = ServerAddress.DnsPort;

    /// <summary>How much of a name servers on the way are shown.</summary>
    public QnameMinimisation QnameMinimisation { get; init; } = QnameMinimisation.Relaxed;

    /// <summary>Whether questions vary the case of their letters, which a forger would have to guess.</summary>
    public bool RandomisesCase { get; init; } = true;

    /// <summary>Whether IPv4 servers are asked.</summary>
    public bool UsesIPv4 { get; init; } = true;

    /// <summary>Whether IPv6 servers are asked.</summary>
    public bool UsesIPv6 { get; init; } = true;

    /// <summary>Whether servers are asked over TCP alone.</summary>
    public bool UsesTcpOnly { get; init; }

    /// <summary>Networks never asked, whoever names an address in them.</summary>
    public IReadOnlyList<HostNetwork> DoNotQuery { get; init; } = [];

    /// <summary>
    /// Private and loopback networks whose servers may be asked for public names; without it such addresses are
    /// asked only where the operator gave them.
    /// </summary>
    public IReadOnlyList<HostNetwork> PrivateServers { get; init; } = [];

    /// <summary>Stub and forward zones.</summary>
    public IReadOnlyList<ConfiguredZone> Zones { get; init; } = [];

    /// <summary>
    /// Whether glue is used only for servers in the bailiwick of the zone that gives it. Without it, other glue helps
    /// to reach the zone it was given for and nothing else.
    /// </summary>
    public bool UsesStrictGlue { get; init; } = true;

    /// <summary>Whether addresses of servers are looked up beyond need, behind the answer.</summary>
    public bool FetchesExtraAddresses { get; init; } = true;

    /// <summary>Whether servers are asked for signatures.</summary>
    public bool AsksForSignatures { get; init; } = true;

    /// <summary>What one client query may cost.</summary>
    public BudgetLimits Limits { get; init; } = BudgetLimits.Default;
}

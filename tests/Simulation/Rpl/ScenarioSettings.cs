namespace Simulation.Rpl;

/// <summary>What a scenario's configuration asks of any resolver, in neutral words.</summary>
public sealed class ScenarioSettings
{
    /// <summary>Names and addresses of root servers.</summary>
    public List<(string Name, List<string> Addresses)> RootHints { get; } = [];

    /// <summary>Stub zones.</summary>
    public List<ConfiguredServers> Stubs { get; } = [];

    /// <summary>Forward zones.</summary>
    public List<ConfiguredServers> Forwards { get; } = [];

    /// <summary>DS and DNSKEY records as text.</summary>
    public List<string> TrustAnchors { get; } = [];

    /// <summary>Zones below which nothing is validated.</summary>
    public List<string> Insecure { get; } = [];

    /// <summary>Seconds since 1970 on the wall clock; null for any.</summary>
    public long? Time { get; set; }

    /// <summary>Whether dates of signatures are of no account.</summary>
    public bool IgnoresDates { get; set; }

    /// <summary>Whether names are minimised.</summary>
    public bool Minimises { get; set; } = true;

    /// <summary>Whether minimisation is strict.</summary>
    public bool MinimisesStrictly { get; set; }

    /// <summary>Whether IPv4 servers are asked.</summary>
    public bool UsesIPv4 { get; set; } = true;

    /// <summary>Whether IPv6 servers are asked.</summary>
    public bool UsesIPv6 { get; set; } = true;

    /// <summary>Whether answers have no more than was asked for; null for the resolver's own way.</summary>
    public bool? IsMinimal { get; set; }

    /// <summary>Whether glue counts only inside the bailiwick of the zone that gives it.</summary>
    public bool HardensGlue { get; set; } = true;

    /// <summary>Whether loopback addresses are never asked.</summary>
    public bool SparesLocalhost { get; set; } = true;

    /// <summary>Networks never asked.</summary>
    public List<string> DoNotQuery { get; } = [];

    /// <summary>RFC 8020.</summary>
    public bool CutsAtNxDomain { get; set; } = true;

    /// <summary>RFC 8198.</summary>
    public bool IsAggressive { get; set; } = true;

    /// <summary>Stale answers; null for none.</summary>
    public StaleSettings? Stale { get; set; }

    /// <summary>Whether data is fetched anew before it ends.</summary>
    public bool Prefetches { get; set; }

    /// <summary>Limits of TTLs in seconds; null for the resolver's own.</summary>
    public uint? MinimumTtl { get; set; }

    /// <summary>The longest TTL.</summary>
    public uint? MaximumTtl { get; set; }

    /// <summary>The longest TTL of denials.</summary>
    public uint? MaximumNegativeTtl { get; set; }

    /// <summary>The shortest TTL of denials.</summary>
    public uint? MinimumNegativeTtl { get; set; }

    /// <summary>Networks that public names must not lead to.</summary>
    public List<string> PrivateAddresses { get; } = [];

    /// <summary>Names that may lead there.</summary>
    public List<string> PrivateDomains { get; } = [];

    /// <summary>The DNS64 prefix; null for none.</summary>
    public string? Dns64Prefix { get; set; }

    /// <summary>Names with addresses that the resolver answers itself.</summary>
    public List<(string Name, string Address)> StaticHosts { get; } = [];

    /// <summary>Whether servers are asked over TCP alone.</summary>
    public bool UsesTcpOnly { get; set; }

    /// <summary>Whether TTLs go out undiminished.</summary>
    public bool HandsOutOriginalTtl { get; set; }

    /// <summary>Whether signatures are validated.</summary>
    public bool Validates { get; set; } = true;

    /// <summary>Whether addresses of servers are looked up beyond need.</summary>
    public bool FetchesExtraAddresses { get; set; } = true;

    /// <summary>Whether questions without RD are answered from the cache.</summary>
    public bool AnswersNonRecursive { get; set; } = true;

    /// <summary>Whether the scenario has zones served by the resolver itself.</summary>
    public bool HasLocalZones { get; set; }

    /// <summary>What has no meaning but for the resolver the scenario was written for.</summary>
    public SortedSet<string> Special { get; } = [];
}

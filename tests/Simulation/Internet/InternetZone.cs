using Dns;
using Simulation.Messages;

namespace Simulation.Internet;

/// <summary>
/// A zone of the simulated Internet as its owner sees it: records, servers, and the delegation to it.
/// </summary>
public sealed class InternetZone(DomainName apex, InternetZone? parent)
{
    /// <summary>Where the zone begins.</summary>
    public DomainName Apex { get; } = apex;

    /// <summary>The zone that delegates to it; null for the root.</summary>
    public InternetZone? Parent { get; } = parent;

    /// <summary>The records of the zone without SOA, NS at the apex, delegations and glue.</summary>
    public List<WireRecord> Records { get; } = [];

    /// <summary>The machines that serve it.</summary>
    public List<NameServerHost> Hosts { get; } = [];

    /// <summary>What the parent says about its servers.</summary>
    public List<WireRecord> Delegation { get; } = [];

    /// <summary>Addresses of servers that the parent has.</summary>
    public List<WireRecord> Glue { get; } = [];

    /// <summary>What the zone itself says about its servers.</summary>
    public List<WireRecord> ApexServers { get; } = [];

    /// <summary>The serial of its SOA.</summary>
    public uint Serial { get; set; } = 1;

    /// <summary>The TTL of denials.</summary>
    public uint NegativeTtl { get; set; } = 60;

    /// <inheritdoc/>
    public override string ToString() => Apex.ToString();
}

using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Delegations;

/// <summary>
/// The servers of a zone, and until when that may be believed. Immutable; a newer word of the parent makes a new
/// one.
/// </summary>
public sealed record Delegation
{
    /// <summary>
    /// Servers taken from one referral. The largest real sets have 13; Unbound stops at 20, PowerDNS at 13.
    /// </summary>
    public const int MaxServers = 20;

    /// <summary>The apex of the zone.</summary>
    public required DomainName Zone { get; init; }

    /// <summary>Who says so.</summary>
    public required DelegationOrigin Origin { get; init; }

    /// <summary>The servers by name; none where the operator gave addresses.</summary>
    public IReadOnlyList<NameServer> Servers { get; init; } = [];

    /// <summary>Servers the operator gave by address.</summary>
    public IReadOnlyList<ServerAddress> Addresses { get; init; } = [];

    /// <summary>When the parent last said so.</summary>
    public Instant LearntAt { get; init; } = new(long.MinValue / 2);

    /// <summary>When it ends by the parent's TTL. The child cannot prolong it.</summary>
    public Instant ExpiresAt { get; init; } = new(long.MaxValue);

    /// <summary>
    /// The delegation above that this one depends on; null for what the operator gave, and directly below the root.
    /// </summary>
    public DomainName? ParentZone { get; init; }

    /// <summary>The zone whose server gave the referral; null for what no server gave.</summary>
    public DomainName? Referrer { get; init; }

    /// <summary>The server that gave it.</summary>
    public ServerAddress ReferrerServer { get; init; }

    /// <summary>
    /// The DS set that came with the referral, signatures included; not validated. None if there was none.
    /// </summary>
    public RRset DelegationSigner { get; init; }

    /// <summary>
    /// The NSEC and NSEC3 sets that came with it, perhaps to prove that there is no DS; not validated.
    /// </summary>
    public IReadOnlyList<RRset> Proofs { get; init; } = [];

    /// <summary>The configured zone this lies in; null for the public tree.</summary>
    public ConfiguredZone? TrustDomain { get; init; }

    /// <summary>
    /// Stands for this delegation and every later one with the same servers. Delegations below were learnt from
    /// those servers and are good only as long as they are in charge.
    /// </summary>
    public object Lineage { get; init; } = new();

    /// <summary>The lineage of the parent when the referral was learnt; null if nothing stands above it.</summary>
    public object? ParentLineage { get; init; }

    /// <summary>True for a zone whose servers are asked to recurse.</summary>
    public bool IsForward => Origin == DelegationOrigin.Forward;

    /// <summary>True if both name the same servers.</summary>
    public bool HasSameServers(Delegation other)
    {
        if (Servers.Count != other.Servers.Count)
            return false;
        foreach (var server in Servers)
        {
            if (!other.Servers.Any(candidate => candidate.Name.Equals(server.Name)))
                return false;
        }
        return true;
    }
}

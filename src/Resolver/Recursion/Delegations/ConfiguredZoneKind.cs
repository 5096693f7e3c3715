namespace Resolver.Recursion.Delegations;

/// <summary>What the servers of a configured zone are.</summary>
public enum ConfiguredZoneKind : byte
{
    /// <summary>Authoritative servers of the zone: asked without RD, referrals below are followed.</summary>
    Stub,

    /// <summary>Recursive servers: asked with RD for everything below.</summary>
    Forward,
}

namespace Resolver.Recursion.Delegations;

/// <summary>What follows when the servers the operator named have no answer.</summary>
public enum ZoneFallback : byte
{
    /// <summary>The question fails.</summary>
    Fail,

    /// <summary>The question is resolved from the root as if the zone were not configured.</summary>
    ResolveNormally,
}

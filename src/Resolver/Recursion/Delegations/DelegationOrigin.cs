namespace Resolver.Recursion.Delegations;

/// <summary>Who says that these servers serve the zone.</summary>
public enum DelegationOrigin : byte
{
    /// <summary>The built-in or configured root hints, before priming.</summary>
    Hints,

    /// <summary>The root's own answer to the priming query (RFC 9609).</summary>
    Priming,

    /// <summary>The parent zone, by a referral.</summary>
    Referral,

    /// <summary>The operator: authoritative servers of the zone.</summary>
    Stub,

    /// <summary>The operator: recursive servers that answer for everything below the zone.</summary>
    Forward,
}

namespace Resolver.Cache;

/// <summary>Where a walk through the cache ended.</summary>
public enum WalkResult : byte
{
    /// <summary>The tail is answered: there is a hit.</summary>
    Answered,

    /// <summary>The cache does not know what comes next: the tail is the frontier.</summary>
    Open,

    /// <summary>The next link leads back to a name the chain has passed.</summary>
    Loop,

    /// <summary>The chain has its greatest length and the tail is an alias still.</summary>
    TooLong,

    /// <summary>The name that the next DNAME makes would be too long (RFC 6672 §2.2: YXDOMAIN).</summary>
    NameTooLong,
}

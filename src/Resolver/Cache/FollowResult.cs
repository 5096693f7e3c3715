namespace Resolver.Cache;

/// <summary>What came of adding a link to an alias chain.</summary>
public enum FollowResult : byte
{
    /// <summary>The link is part of the chain and the tail has moved.</summary>
    Followed,

    /// <summary>The chain has its greatest length already.</summary>
    TooLong,

    /// <summary>The link leads to a name the chain has passed.</summary>
    Loop,

    /// <summary>The name that a DNAME makes would have more than 255 octets (RFC 6672 §2.2: YXDOMAIN).</summary>
    NameTooLong,
}

namespace Resolver.Cache;

/// <summary>What came of storing something in the cache.</summary>
public enum StoreResult : byte
{
    /// <summary>It is in the cache.</summary>
    Stored,

    /// <summary>Fresh data that is more to be believed is there already, and stays (RFC 2181 §5.4.1).</summary>
    KeptBetter,

    /// <summary>It has more octets than an entry may have.</summary>
    TooLarge,

    /// <summary>It is bogus; the cache holds none.</summary>
    Bogus,

    /// <summary>It is no set to be cached: of another class, a meta type, or several CNAMEs at one name.</summary>
    Unfit,
}

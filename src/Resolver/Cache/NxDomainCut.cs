namespace Resolver.Cache;

/// <summary>Which denials of a name also deny every name below it (RFC 8020).</summary>
public enum NxDomainCut : byte
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Those that validation found secure.</summary>
    Secure,

    /// <summary>All, those of unsigned zones too.</summary>
    All,
}

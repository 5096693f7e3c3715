namespace Resolver.Cache;

/// <summary>What is denied.</summary>
public enum DenialKind : byte
{
    /// <summary>The name is there, the type is not (RFC 2308 §2.2).</summary>
    NoData,

    /// <summary>The name is not there, nor is anything below it (RFC 2308 §2.1, RFC 8020).</summary>
    NxDomain,
}

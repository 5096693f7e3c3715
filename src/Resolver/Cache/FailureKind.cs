namespace Resolver.Cache;

/// <summary>What failed.</summary>
public enum FailureKind : byte
{
    /// <summary>No usable answer came (RFC 9520 §2).</summary>
    Resolution,

    /// <summary>An answer came and is bogus; a client that sets CD may have it (RFC 4035 §4.7).</summary>
    Validation,
}

namespace Dnssec.Algorithms;

/// <summary>What a signature algorithm or a digest is worth to this validator.</summary>
public enum AlgorithmStanding : byte
{
    /// <summary>It can be checked and what it says counts.</summary>
    Accepted,

    /// <summary>It could be checked but no longer counts, as if it were unknown (RFC 9905, RFC 9906).</summary>
    Retired,

    /// <summary>It would count, but the platform's cryptography library cannot do it.</summary>
    Unavailable,

    /// <summary>Not known, or known and never implemented.</summary>
    Unknown,
}

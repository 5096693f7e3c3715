namespace Dns.Edns;

/// <summary>Extended DNS error codes (RFC 8914 §4 and the registry): why an answer is what it is.</summary>
public enum ExtendedErrorCode : ushort
{
    /// <summary>Other Error (RFC 8914).</summary>
    Other = 0,

    /// <summary>Unsupported DNSKEY Algorithm (RFC 8914).</summary>
    UnsupportedDnskeyAlgorithm = 1,

    /// <summary>Unsupported DS Digest Type (RFC 8914).</summary>
    UnsupportedDsDigestType = 2,

    /// <summary>Stale Answer (RFC 8914).</summary>
    StaleAnswer = 3,

    /// <summary>Forged Answer (RFC 8914).</summary>
    ForgedAnswer = 4,

    /// <summary>DNSSEC Indeterminate (RFC 8914).</summary>
    DnssecIndeterminate = 5,

    /// <summary>DNSSEC Bogus (RFC 8914).</summary>
    DnssecBogus = 6,

    /// <summary>Signature Expired (RFC 8914).</summary>
    SignatureExpired = 7,

    /// <summary>Signature Not Yet Valid (RFC 8914).</summary>
    SignatureNotYetValid = 8,

    /// <summary>DNSKEY Missing (RFC 8914).</summary>
    DnskeyMissing = 9,

    /// <summary>RRSIGs Missing (RFC 8914).</summary>
    RrsigsMissing = 10,

    /// <summary>No Zone Key Bit Set (RFC 8914).</summary>
    NoZoneKeyBitSet = 11,

    /// <summary>NSEC Missing (RFC 8914).</summary>
    NsecMissing = 12,

    /// <summary>Cached Error (RFC 8914).</summary>
    CachedError = 13,

    /// <summary>Not Ready (RFC 8914).</summary>
    NotReady = 14,

    /// <summary>Blocked (RFC 8914).</summary>
    Blocked = 15,

    /// <summary>Censored (RFC 8914).</summary>
    Censored = 16,

    /// <summary>Filtered (RFC 8914).</summary>
    Filtered = 17,

    /// <summary>Prohibited (RFC 8914).</summary>
    Prohibited = 18,

    /// <summary>Stale NXDOMAIN Answer (RFC 8914).</summary>
    StaleNxDomainAnswer = 19,

    /// <summary>Not Authoritative (RFC 8914).</summary>
    NotAuthoritative = 20,

    /// <summary>Not Supported (RFC 8914).</summary>
    NotSupported = 21,

    /// <summary>No Reachable Authority (RFC 8914).</summary>
    NoReachableAuthority = 22,

    /// <summary>Network Error (RFC 8914).</summary>
    NetworkError = 23,

    /// <summary>Invalid Data (RFC 8914).</summary>
    InvalidData = 24,

    /// <summary>Signature Expired before Valid.</summary>
    SignatureExpiredBeforeValid = 25,

    /// <summary>Too Early (RFC 9250).</summary>
    TooEarly = 26,

    /// <summary>Unsupported NSEC3 Iterations Value (RFC 9276).</summary>
    UnsupportedNsec3Iterations = 27,

    /// <summary>Unable to conform to policy.</summary>
    UnableToConformToPolicy = 28,

    /// <summary>Synthesized.</summary>
    Synthesized = 29,

    /// <summary>Invalid Query Type (RFC 9824).</summary>
    InvalidQueryType = 30,

    /// <summary>Rate Limited.</summary>
    RateLimited = 31,

    /// <summary>Over Quota.</summary>
    OverQuota = 32,

    /// <summary>Negative Trust Anchor.</summary>
    NegativeTrustAnchor = 33,
}

namespace Dnssec.Algorithms;

/// <summary>Digest types of DS records (RFC 9904 §4 and the registry it maintains).</summary>
public enum DigestType : byte
{
    /// <summary>SHA-1 (RFC 4034 §5.1.3), retired by RFC 9905.</summary>
    Sha1 = 1,

    /// <summary>SHA-256 (RFC 4509).</summary>
    Sha256 = 2,

    /// <summary>GOST R 34.11-94, retired by RFC 9906.</summary>
    Gost = 3,

    /// <summary>SHA-384 (RFC 6605).</summary>
    Sha384 = 4,
}

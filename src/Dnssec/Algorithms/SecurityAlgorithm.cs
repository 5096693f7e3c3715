namespace Dnssec.Algorithms;

/// <summary>Signature algorithm numbers (RFC 9904 §3 and the registry it maintains).</summary>
public enum SecurityAlgorithm : byte
{
    /// <summary>Not an algorithm: a CDS that asks for no DS at all (RFC 8078 §4).</summary>
    Delete = 0,

    /// <summary>RSA/MD5, forbidden.</summary>
    RsaMd5 = 1,

    /// <summary>DSA/SHA-1, forbidden.</summary>
    Dsa = 3,

    /// <summary>RSA/SHA-1 (RFC 3110), retired by RFC 9905.</summary>
    RsaSha1 = 5,

    /// <summary>DSA/SHA-1 in a zone with NSEC3, forbidden.</summary>
    DsaNsec3Sha1 = 6,

    /// <summary>RSA/SHA-1 in a zone with NSEC3 (RFC 5155 §2), retired by RFC 9905.</summary>
    RsaSha1Nsec3Sha1 = 7,

    /// <summary>RSA/SHA-256 (RFC 5702).</summary>
    RsaSha256 = 8,

    /// <summary>RSA/SHA-512 (RFC 5702).</summary>
    RsaSha512 = 10,

    /// <summary>GOST R 34.10-2001, retired by RFC 9906.</summary>
    EccGost = 12,

    /// <summary>ECDSA on P-256 with SHA-256 (RFC 6605).</summary>
    EcdsaP256Sha256 = 13,

    /// <summary>ECDSA on P-384 with SHA-384 (RFC 6605).</summary>
    EcdsaP384Sha384 = 14,

    /// <summary>Ed25519 (RFC 8080).</summary>
    Ed25519 = 15,

    /// <summary>Ed448 (RFC 8080).</summary>
    Ed448 = 16,

    /// <summary>An algorithm named by a domain name in the key (RFC 4034 appendix A.1.1).</summary>
    PrivateDns = 253,

    /// <summary>An algorithm named by an object identifier in the key (RFC 4034 appendix A.1.1).</summary>
    PrivateOid = 254,
}

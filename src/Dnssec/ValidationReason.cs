namespace Dnssec;

/// <summary>
/// Why data is bogus or insecure, in one word. <see cref="ExtendedErrors"/> says it to clients. Among the reasons
/// for which one signature fails, a later one is nearer to success: of several signatures, the one that got
/// furthest gives the reason for all.
/// </summary>
public enum ValidationReason : byte
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>No signature covers the RRset.</summary>
    SignatureMissing,

    /// <summary>The RDATA of a signature cannot be read.</summary>
    SignatureMalformed,

    /// <summary>The signature covers another type.</summary>
    TypeCoveredMismatch,

    /// <summary>The signer is not the zone whose keys are at hand, or cannot be the zone of the RRset.</summary>
    SignerMismatch,

    /// <summary>A signature with more labels than the owner has.</summary>
    LabelsTooMany,

    /// <summary>A signature with fewer labels than its signer: a wildcard above the zone.</summary>
    LabelsTooFew,

    /// <summary>An NSEC or NSEC3 record that was made from a wildcard and so proves nothing.</summary>
    DenialFromWildcard,

    /// <summary>No signature is of an algorithm that counts.</summary>
    AlgorithmUnsupported,

    /// <summary>No key has the signature's tag and algorithm.</summary>
    KeyMissing,

    /// <summary>The key's protocol octet is not 3.</summary>
    KeyProtocolWrong,

    /// <summary>The key is not one for signing zone data.</summary>
    KeyNotZoneKey,

    /// <summary>The key has declared itself revoked.</summary>
    KeyRevoked,

    /// <summary>The octets of the key are not a key.</summary>
    KeyMalformed,

    /// <summary>The key is too short or too long, or its exponent too large.</summary>
    KeySizeUnsupported,

    /// <summary>The signature ends before it begins.</summary>
    ExpirationBeforeInception,

    /// <summary>The signature has not begun.</summary>
    SignatureNotYetValid,

    /// <summary>The signature has ended.</summary>
    SignatureExpired,

    /// <summary>The signature is not one that the key made over this data.</summary>
    SignatureWrong,

    /// <summary>The query has used up its share of work.</summary>
    WorkExhausted,

    /// <summary>No DS record is of an algorithm that counts.</summary>
    DsAlgorithmUnsupported,

    /// <summary>No DS record has a digest that counts.</summary>
    DsDigestUnsupported,

    /// <summary>There is a DS record and no DNSKEY record.</summary>
    DnskeyMissing,

    /// <summary>No DNSKEY record is the one that a DS record or a trust anchor means.</summary>
    NoKeyMatchesDs,

    /// <summary>The DNSKEY RRset has no signature by a key that a DS record or a trust anchor means.</summary>
    DnskeyNotSignedByEntryPoint,

    /// <summary>A negative answer came without any proof.</summary>
    DenialMissing,

    /// <summary>A record of the proof cannot be read, or is of an unknown kind.</summary>
    DenialMalformed,

    /// <summary>A record of the proof speaks of names outside its zone.</summary>
    DenialOutsideZone,

    /// <summary>A record of the proof comes from the wrong side of a zone cut, or from above a DNAME.</summary>
    DenialFromWrongZone,

    /// <summary>The proof shows that the name exists.</summary>
    NameExists,

    /// <summary>The proof shows that the type, or an alias, exists.</summary>
    TypeExists,

    /// <summary>No record of the proof says which ancestor of the name exists.</summary>
    ClosestEncloserUnproven,

    /// <summary>No record of the proof covers the name.</summary>
    NameNotCovered,

    /// <summary>No record of the proof covers the wildcard that could have answered.</summary>
    WildcardNotDenied,

    /// <summary>The answer was made from a wildcard though a nearer name exists.</summary>
    WildcardNotApplicable,

    /// <summary>NSEC3 records of more than one parameter set in one proof.</summary>
    Nsec3ParametersMixed,

    /// <summary>NSEC3 records with more iterations than are worth computing.</summary>
    Nsec3IterationsTooHigh,

    /// <summary>The proof holds but leaves room for an unsigned delegation.</summary>
    OptOut,

    /// <summary>The parent proves that the delegation is unsigned.</summary>
    NoDs,
}

using Dns.Edns;

namespace Dnssec;

/// <summary>The extended error code (RFC 8914 §4) that tells a client of a <see cref="ValidationReason"/>.</summary>
public static class ExtendedErrors
{
    /// <summary>The code; null where there is nothing to tell.</summary>
    public static ExtendedErrorCode? For(ValidationReason reason) => reason switch
    {
        ValidationReason.None or ValidationReason.NoDs or ValidationReason.OptOut => null,
        ValidationReason.AlgorithmUnsupported or ValidationReason.DsAlgorithmUnsupported
            or ValidationReason.KeySizeUnsupported => ExtendedErrorCode.UnsupportedDnskeyAlgorithm,
        ValidationReason.DsDigestUnsupported => ExtendedErrorCode.UnsupportedDsDigestType,
        ValidationReason.SignatureExpired => ExtendedErrorCode.SignatureExpired,
        ValidationReason.SignatureNotYetValid => ExtendedErrorCode.SignatureNotYetValid,
        ValidationReason.ExpirationBeforeInception => ExtendedErrorCode.SignatureExpiredBeforeValid,
        ValidationReason.KeyMissing or ValidationReason.KeyProtocolWrong or ValidationReason.KeyRevoked
            or ValidationReason.KeyMalformed or ValidationReason.DnskeyMissing
            or ValidationReason.NoKeyMatchesDs => ExtendedErrorCode.DnskeyMissing,
        ValidationReason.KeyNotZoneKey => ExtendedErrorCode.NoZoneKeyBitSet,
        ValidationReason.SignatureMissing
            or ValidationReason.DnskeyNotSignedByEntryPoint => ExtendedErrorCode.RrsigsMissing,
        ValidationReason.DenialMissing or ValidationReason.ClosestEncloserUnproven
            or ValidationReason.NameNotCovered or ValidationReason.WildcardNotDenied => ExtendedErrorCode.NsecMissing,
        ValidationReason.Nsec3IterationsTooHigh => ExtendedErrorCode.UnsupportedNsec3Iterations,
        _ => ExtendedErrorCode.DnssecBogus,
    };
}

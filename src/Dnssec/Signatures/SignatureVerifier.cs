using Dns;
using Dns.Records;
using Dnssec.Algorithms;

namespace Dnssec.Signatures;

/// <summary>
/// Checks the signatures of RRsets (RFC 4035 §5.3, RFC 6840 §5). Holds parsed keys and buffers; for one thread at a
/// time.
/// </summary>
public sealed class SignatureVerifier
{
    /// <summary>
    /// Signatures of one RRset that are looked at. A zone that rolls two algorithms with two signers has eight.
    /// </summary>
    public const int MaxSignatures = 16;

    /// <summary>Signatures of one RRset that are checked by cryptography, right or wrong.</summary>
    public const int MaxChecksPerRRset = 8;

    /// <summary>How far a signature's times may be missed, in seconds, for clocks that disagree.</summary>
    public const int MaxClockSkewSeconds = 300;

    private readonly AlgorithmSet _algorithms;
    private readonly KeyCache _keyCache;
    private readonly SignedData _signedData = new();

    /// <summary>A verifier to which these algorithms count, and that keeps parsed keys here.</summary>
    public SignatureVerifier(AlgorithmSet algorithms, KeyCache keyCache)
    {
        _algorithms = algorithms;
        _keyCache = keyCache;
    }

    /// <summary>The algorithms that count.</summary>
    public AlgorithmSet Algorithms => _algorithms;

    /// <summary>
    /// Looks for a signature by one of the keys that holds at the given time. If there is none, the reason is that
    /// of the signature that came nearest.
    /// </summary>
    public SignatureResult Verify(in RRset set, ZoneKeys keys, UnixTime now, WorkLimit work)
    {
        var best = SignatureResult.Failed(ValidationReason.SignatureMissing);
        var checksLeft = MaxChecksPerRRset;
        var seen = 0;
        foreach (var rdata in set.Signatures)
        {
            if (++seen > MaxSignatures)
                break;
            var result = Check(set, rdata, keys, new(now, work), ref checksLeft);
            if (result.IsValid)
                return result;
            if (result.Reason > best.Reason)
                best = result;
            if (work.IsExhausted)
                break;
        }
        return best;
    }

    private SignatureResult Check(
        in RRset set, ReadOnlySpan<byte> rdata, ZoneKeys keys, in Circumstances at, ref int checksLeft)
    {
        if (!RrsigData.TryRead(rdata, out var signature))
            return SignatureResult.Failed(ValidationReason.SignatureMalformed);
        var algorithm = (SecurityAlgorithm)signature.Algorithm;
        var reason = CheckForm(set, signature, keys.Zone);
        if (reason == ValidationReason.None && !_algorithms.Accepts(algorithm))
            reason = ValidationReason.AlgorithmUnsupported;
        if (reason == ValidationReason.None)
            reason = TryKeys(set, signature, keys, at, ref checksLeft);
        if (reason != ValidationReason.None)
            return SignatureResult.Failed(reason, signature.KeyTag, algorithm);
        var expiration = at.Now.NearestTo(signature.Expiration);
        var isExpanded = CountOwnerLabels(set.Owner) > signature.Labels;
        return SignatureResult.Valid(
            signature.KeyTag, algorithm, expiration, LimitTtl(set.Ttl, signature.OriginalTtl, at.Now, expiration),
            isExpanded ? signature.Labels : null);
    }

    // RFC 4035 §5.3.1: what must hold between the RRset, its signature and the zone.
    private static ValidationReason CheckForm(in RRset set, in RrsigData signature, DomainName zone)
    {
        if (signature.TypeCovered != set.Type)
            return ValidationReason.TypeCoveredMismatch;
        if (!WireName.Equals(signature.SignerName, zone.Wire) || !CanSign(zone.Wire, set))
            return ValidationReason.SignerMismatch;
        var ownerLabels = CountOwnerLabels(set.Owner);
        if (signature.Labels > ownerLabels)
            return ValidationReason.LabelsTooMany;
        // RFC 4035 §5.3.1: nothing is said of it, yet a wildcard must be in the signer's zone as any owner must.
        if (signature.Labels < zone.LabelCount)
            return ValidationReason.LabelsTooFew;
        // RFC 4592 §4.7: a wildcard's own NSEC record is never the source of another name's.
        return signature.Labels < ownerLabels && set.Type is (RecordType.Nsec or RecordType.Nsec3)
            ? ValidationReason.DenialFromWildcard
            : ValidationReason.None;
    }

    private static bool CanSign(ReadOnlySpan<byte> zone, in RRset set) => set.Type switch
    {
        // RFC 4035 §5.2: a zone signs its own keys; the parent signs the DS record.
        RecordType.Dnskey => WireName.Equals(set.Owner, zone),
        RecordType.Ds => WireName.IsBelow(set.Owner, zone),
        _ => WireName.IsAtOrBelow(set.Owner, zone),
    };

    private ValidationReason TryKeys(
        in RRset set, in RrsigData signature, ZoneKeys keys, in Circumstances at, ref int checksLeft)
    {
        var best = ValidationReason.KeyMissing;
        var tried = 0;
        foreach (ref readonly var key in keys.Keys)
        {
            if (key.Tag != signature.KeyTag || (byte)key.Algorithm != signature.Algorithm)
                continue;
            var reason = key.Obstacle;
            if (reason == ValidationReason.None)
                reason = CheckTimes(signature, at.Now);
            if (reason == ValidationReason.None)
            {
                if (checksLeft-- <= 0 || (tried++ > 0 && !at.Work.TrySpend(WorkKind.KeyTagCollision)))
                    return ValidationReason.WorkExhausted;
                reason = TryKey(set, signature, key, at.Work);
            }
            if (reason is ValidationReason.None or ValidationReason.WorkExhausted)
                return reason;
            if (reason > best)
                best = reason;
        }
        return best;
    }

    private ValidationReason TryKey(in RRset set, in RrsigData signature, in ZoneKey key, WorkLimit work)
    {
        if (!work.TrySpend(WorkKind.SignatureCheck))
            return ValidationReason.WorkExhausted;
        var failure = _keyCache.TryGet(key.Rdata.Span, out var publicKey);
        if (failure != KeyFailure.None)
            return ReasonFor(failure);
        if (publicKey!.Verify(_signedData.Write(set, signature), signature.Signature))
            return ValidationReason.None;
        return work.TrySpend(WorkKind.FailedSignature)
            ? ValidationReason.SignatureWrong
            : ValidationReason.WorkExhausted;
    }

    // RFC 4034 §3.1.5: times are compared by serial number arithmetic, as nearest to the present.
    private static ValidationReason CheckTimes(in RrsigData signature, UnixTime now)
    {
        if ((int)(signature.Expiration - signature.Inception) < 0)
            return ValidationReason.ExpirationBeforeInception;
        if (now.NearestTo(signature.Inception).PlusSeconds(-MaxClockSkewSeconds).IsAfter(now))
            return ValidationReason.SignatureNotYetValid;
        return now.IsAfter(now.NearestTo(signature.Expiration).PlusSeconds(MaxClockSkewSeconds))
            ? ValidationReason.SignatureExpired
            : ValidationReason.None;
    }

    // RFC 4034 §3.1.3: neither the root nor a wildcard's asterisk counts.
    private static int CountOwnerLabels(ReadOnlySpan<byte> owner) =>
        WireName.CountLabels(owner) - (WireName.IsWildcard(owner) ? 1 : 0);

    // RFC 4035 §5.3.3: the TTL is no longer than the original one, nor than the signature lives.
    private static Ttl LimitTtl(Ttl ttl, Ttl originalTtl, UnixTime now, UnixTime expiration) =>
        Ttl.Min(Ttl.Min(ttl, originalTtl), new((uint)Math.Clamp(now.SecondsUntil(expiration), 0, int.MaxValue)));

    private static ValidationReason ReasonFor(KeyFailure failure) => failure switch
    {
        KeyFailure.AlgorithmUnsupported => ValidationReason.AlgorithmUnsupported,
        KeyFailure.SizeUnsupported or KeyFailure.ExponentUnsupported => ValidationReason.KeySizeUnsupported,
        _ => ValidationReason.KeyMalformed,
    };

    /// <summary>When the check is made, and at whose cost.</summary>
    private readonly record struct Circumstances(UnixTime Now, WorkLimit Work);
}

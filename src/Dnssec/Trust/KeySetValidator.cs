using Dns;
using Dns.Records;
using Dnssec.Algorithms;
using Dnssec.Signatures;

namespace Dnssec.Trust;

/// <summary>
/// Validates the DNSKEY RRset of a zone from the DS records of its parent or from a trust anchor (RFC 4035 §5.2,
/// RFC 6840 §5.11). One path that holds is enough; what does not count can neither help nor harm.
/// </summary>
public sealed class KeySetValidator
{
    private readonly SignatureVerifier _verifier;
    private readonly AlgorithmSet _algorithms;
    private readonly KeyCache _keyCache;

    /// <summary>A validator that checks signatures with the verifier, and keeps keys where that does.</summary>
    public KeySetValidator(SignatureVerifier verifier, KeyCache keyCache)
    {
        _verifier = verifier;
        _algorithms = verifier.Algorithms;
        _keyCache = keyCache;
    }

    /// <summary>
    /// Why a zone with these DS records counts as unsigned, whatever its keys; <see cref="ValidationReason.None"/>
    /// if it does not.
    /// </summary>
    // RFC 4035 §5.2: if no DS record has an algorithm and digest that is supported, the zone is treated as unsigned.
    public ValidationReason FindDsObstacle(in RRset ds)
    {
        var hasAlgorithm = false;
        var ignoresSha1 = HasStrongDigest(ds);
        foreach (var rdata in ds.Records)
        {
            if (!DsData.TryRead(rdata, out var record))
                continue;
            if (Counts(record, ignoresSha1))
                return ValidationReason.None;
            hasAlgorithm |= _algorithms.Accepts((SecurityAlgorithm)record.Algorithm);
        }
        return hasAlgorithm ? ValidationReason.DsDigestUnsupported : ValidationReason.DsAlgorithmUnsupported;
    }

    /// <summary>Validates a zone's keys from its validated DS records.</summary>
    public KeySetResult ValidateByDs(in RRset ds, in RRset dnskeys, UnixTime now, WorkLimit work)
    {
        var obstacle = FindDsObstacle(ds);
        if (obstacle != ValidationReason.None)
            return KeySetResult.Insecure(obstacle);
        if (dnskeys.IsNone)
            return KeySetResult.Bogus(ValidationReason.DnskeyMissing);
        var candidates = ZoneKeys.Read(dnskeys);
        var entryPoints = new List<ZoneKey>();
        var reason = FindEntryPoints(ds, candidates, entryPoints, work);
        return Conclude(dnskeys, candidates, new(entryPoints, reason), now, work);
    }

    /// <summary>Validates a zone's keys from what is believed about them.</summary>
    public KeySetResult ValidateByAnchor(TrustAnchor anchor, in RRset dnskeys, UnixTime now, WorkLimit work)
    {
        var hasDs = !anchor.Ds.IsNone && FindDsObstacle(anchor.Ds) == ValidationReason.None;
        var believed = anchor.Dnskeys.IsNone ? null : ZoneKeys.Read(anchor.Dnskeys)
            .Where(key => _algorithms.Accepts(key.Algorithm));
        if (!hasDs && believed is not { Count: > 0 })
            return KeySetResult.Insecure(ValidationReason.DsAlgorithmUnsupported);
        if (dnskeys.IsNone)
            return KeySetResult.Bogus(ValidationReason.DnskeyMissing);
        var candidates = ZoneKeys.Read(dnskeys);
        var entryPoints = new List<ZoneKey>();
        var reason = hasDs
            ? FindEntryPoints(anchor.Ds, candidates, entryPoints, work)
            : ValidationReason.NoKeyMatchesDs;
        foreach (ref readonly var key in candidates.Keys)
        {
            if (key.Obstacle == ValidationReason.None && believed is not null && Holds(believed, key))
                entryPoints.Add(key);
        }
        return Conclude(dnskeys, candidates, new(entryPoints, reason), now, work);
    }

    /// <summary>
    /// Adds the keys that a DS record means and that may be used. The reason is for when there is none.
    /// </summary>
    private ValidationReason FindEntryPoints(in RRset ds, ZoneKeys candidates, List<ZoneKey> found, WorkLimit work)
    {
        var reason = ValidationReason.NoKeyMatchesDs;
        var ignoresSha1 = HasStrongDigest(ds);
        var counting = 0;
        var unusableSizes = 0;
        foreach (var rdata in ds.Records)
        {
            if (!DsData.TryRead(rdata, out var record) || !Counts(record, ignoresSha1))
                continue;
            counting++;
            foreach (ref readonly var key in candidates.Keys)
            {
                if (key.Tag != record.KeyTag || (byte)key.Algorithm != record.Algorithm)
                    continue;
                if (!work.TrySpend(WorkKind.DigestCheck))
                    return ValidationReason.WorkExhausted;
                if (!DsDigest.Matches(record, candidates.Zone.Wire, key.Rdata.Span))
                    continue;
                if (key.Obstacle != ValidationReason.None)
                    reason = key.Obstacle;
                else if (_keyCache.TryGet(key.Rdata.Span, out _) is KeyFailure.SizeUnsupported
                    or KeyFailure.ExponentUnsupported)
                    unusableSizes++;
                else
                    found.Add(key);
            }
        }
        // The parent vouches for every one of these keys, so that nobody else can have put them there.
        return unusableSizes == counting ? ValidationReason.KeySizeUnsupported : reason;
    }

    private KeySetResult Conclude(
        in RRset dnskeys, ZoneKeys candidates, in EntryPoints entry, UnixTime now, WorkLimit work)
    {
        if (work.IsExhausted)
            return KeySetResult.Bogus(ValidationReason.WorkExhausted);
        if (entry.Keys.Count == 0)
            return entry.Reason == ValidationReason.KeySizeUnsupported
                ? KeySetResult.Insecure(entry.Reason)
                : KeySetResult.Bogus(entry.Reason);
        var entryPoints = entry.Keys;
        var trusted = candidates.Where(key => entryPoints.Contains(key));
        var signature = _verifier.Verify(dnskeys, trusted, now, work);
        if (signature.IsValid)
            return KeySetResult.Secure(candidates, signature);
        // Signatures by other keys of the set count for nothing here, and so do those of other algorithms.
        var reason = signature.Reason is ValidationReason.KeyMissing or ValidationReason.AlgorithmUnsupported
            ? ValidationReason.DnskeyNotSignedByEntryPoint
            : signature.Reason;
        return KeySetResult.Bogus(reason, signature);
    }

    // RFC 4509 §3: DS records of SHA-1 are ignored beside those of SHA-256.
    private bool Counts(in DsData record, bool ignoresSha1) =>
        _algorithms.Accepts((SecurityAlgorithm)record.Algorithm)
        && _algorithms.Accepts((DigestType)record.DigestType)
        && !(ignoresSha1 && record.DigestType == (byte)DigestType.Sha1);

    private static bool HasStrongDigest(in RRset ds)
    {
        foreach (var rdata in ds.Records)
        {
            if (DsData.TryRead(rdata, out var record)
                && (DigestType)record.DigestType is DigestType.Sha256 or DigestType.Sha384)
                return true;
        }
        return false;
    }

    private static bool Holds(ZoneKeys believed, in ZoneKey key)
    {
        foreach (ref readonly var candidate in believed.Keys)
        {
            if (candidate.Rdata.Span.SequenceEqual(key.Rdata.Span))
                return true;
        }
        return false;
    }

    /// <summary>Keys that are vouched for, and what to say if there is none.</summary>
    private readonly record struct EntryPoints(List<ZoneKey> Keys, ValidationReason Reason);
}

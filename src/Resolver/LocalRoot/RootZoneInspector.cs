using Dns;
using Dns.Records;
using Dnssec;
using Dnssec.Trust;
using Dnssec.Zones;

namespace Resolver.LocalRoot;

/// <summary>
/// Decides whether a copy of the root zone may be used. It is taken or refused whole; a refusal changes nothing.
/// </summary>
public sealed class RootZoneInspector
{
    private readonly ZoneVerifier _verifier;
    private readonly RootZonePolicy _policy;

    /// <summary>An inspector with a policy.</summary>
    public RootZoneInspector(ZoneVerifier verifier, RootZonePolicy policy)
    {
        _verifier = verifier;
        _policy = policy;
    }

    /// <summary>Looks at a copy that may follow the one in use, if there is one.</summary>
    public RootZoneVerdict Inspect(
        ZoneImage image, VerifiedRootZone? current, TrustAnchor anchor, UnixTime now, RootAcceptance acceptance)
    {
        // The cheap questions come first.
        var verdict = CheckApex(image, out var serial) ?? CheckShape(image) ?? CheckSerial(image, serial, current);
        if (verdict is not null)
            return verdict;
        var digest = ZoneDigest.Verify(image);
        verdict = CheckDigest(digest);
        if (verdict is not null)
            return verdict;
        var verification = _verifier.Verify(image, anchor, now, new WorkLimit(WorkAllowance.WholeZone));
        verdict = CheckVerification(verification, now);
        if (verdict is not null)
            return verdict;
        var zone = new VerifiedRootZone(image, verification, digest);
        return (acceptance == RootAcceptance.ByOperator ? null : CheckChange(zone, current))
            ?? RootZoneVerdict.Accept(zone);
    }

    private static RootZoneVerdict? CheckApex(ZoneImage image, out uint serial)
    {
        serial = 0;
        var soa = image.Find(DomainName.Root, RecordType.Soa);
        if (soa.IsNone || soa.Count != 1 || !SoaData.TryRead(soa.FirstRecord, out var start))
            return RootZoneVerdict.Refuse(RootRefusal.ApexIncomplete, "not exactly one SOA record");
        serial = start.Serial;
        foreach (var type in (ReadOnlySpan<RecordType>)[RecordType.Ns, RecordType.Dnskey, RecordType.Nsec])
        {
            if (image.Find(DomainName.Root, type).IsNone)
                return RootZoneVerdict.Refuse(RootRefusal.ApexIncomplete, $"no {type} record");
        }
        return null;
    }

    private RootZoneVerdict? CheckShape(ZoneImage image)
    {
        var count = 0;
        foreach (var name in VerifiedRootZone.ListDelegations(image))
        {
            count++;
            if (name.LabelCount > VerifiedRootZone.MaxDelegationLabels || name.IsWildcard)
                return RootZoneVerdict.Refuse(RootRefusal.NotARootZone, $"a delegation at {name}");
        }
        if (image.HasOwner("\u0001*\0"u8))
            return RootZoneVerdict.Refuse(RootRefusal.NotARootZone, "a wildcard");
        if (!image.Find(DomainName.Root, RecordType.Nsec3param).IsNone)
            return RootZoneVerdict.Refuse(RootRefusal.NotARootZone, "denial by NSEC3");
        return count < _policy.MinDelegations
            ? RootZoneVerdict.Refuse(RootRefusal.TooSmall, $"{count} domains, fewer than {_policy.MinDelegations}")
            : null;
    }

    // RFC 1982 §3.2: serials are compared around the circle.
    private static RootZoneVerdict? CheckSerial(ZoneImage image, uint serial, VerifiedRootZone? current)
    {
        if (current is null)
            return null;
        if ((int)(serial - current.Serial) < 0)
            return RootZoneVerdict.Refuse(RootRefusal.SerialWentBack, $"{serial} after {current.Serial}");
        return serial == current.Serial && !current.IsSameAs(image)
            ? RootZoneVerdict.Refuse(RootRefusal.SerialReused, $"{serial} with other records")
            : null;
    }

    private RootZoneVerdict? CheckDigest(ZoneDigestStatus status) => status switch
    {
        ZoneDigestStatus.Verified => null,
        ZoneDigestStatus.Missing => _policy.WithoutDigest == DigestPolicy.DigestRequired
            ? RootZoneVerdict.Refuse(RootRefusal.DigestMissing, "no ZONEMD record") : null,
        ZoneDigestStatus.Unsupported => _policy.WithUnknownDigest == DigestPolicy.DigestRequired
            ? RootZoneVerdict.Refuse(RootRefusal.DigestUnsupported, "no ZONEMD record of a known kind") : null,
        _ => RootZoneVerdict.Refuse(RootRefusal.DigestWrong, status.ToString()),
    };

    private RootZoneVerdict? CheckVerification(ZoneVerification verification, UnixTime now)
    {
        var refusal = verification.Fault switch
        {
            ZoneFault.None => RootRefusal.None,
            ZoneFault.KeysNotTrusted => RootRefusal.KeysNotTrusted,
            ZoneFault.SignatureFails => RootRefusal.SignatureFails,
            _ => RootRefusal.ProofsBroken,
        };
        if (refusal != RootRefusal.None)
            return RootZoneVerdict.Refuse(refusal, verification.ToString());
        return now.SecondsUntil(verification.EarliestExpiration) <= _policy.Watch.DropSeconds
            ? RootZoneVerdict.Refuse(RootRefusal.EndsTooSoon, $"at {verification.EarliestExpiration}")
            : null;
    }

    private RootZoneVerdict? CheckChange(VerifiedRootZone zone, VerifiedRootZone? current)
    {
        if (current is null)
            return null;
        var before = current.ListDelegations().ToHashSet();
        var after = zone.ListDelegations().ToHashSet();
        var gone = before.Count(name => !after.Contains(name));
        var come = after.Count(name => !before.Contains(name));
        return Math.Max(gone, come) * 100L > (long)before.Count * _policy.MaxChangePercent
            ? RootZoneVerdict.Refuse(RootRefusal.MassChange, $"{gone} of {before.Count} domains gone, {come} come")
            : null;
    }
}

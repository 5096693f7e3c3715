using Dns;
using Dns.Edns;
using Dnssec;
using Dnssec.Denial;
using Dnssec.Trust;
using Resolver.Answers;
using Resolver.Ports;

namespace Resolver.Validation;

/// <summary>
/// Finds out what the keys of a zone are worth: by its trust anchor, or by the DS records its parent vouches for,
/// and so on upwards. DS and DNSKEY sets come validated from the key source and are cached there; nothing is kept
/// here.
/// </summary>
internal sealed class TrustFinder(ValidationOptions options, KeySetValidator keySets, Clock clock)
{
    /// <summary>The trust in a name that is taken for a zone's apex.</summary>
    public async ValueTask<ZoneTrust> FindZoneAsync(DomainName zone, IKeySource keys, CancellationToken cancellation)
    {
        if (FindUnvalidated(zone) is { } known)
            return known;
        if (options.Anchors.Find(zone) is null)
        {
            var delegation = await FindDelegationAsync(zone, keys, cancellation);
            if (delegation.Kind != DelegationKind.Signed)
                return delegation.ToTrust(zone);
        }
        return TrustIn(zone, await keys.FetchAsync(zone, RecordType.Dnskey, cancellation));
    }

    /// <summary>
    /// The trust in the zone that holds a name, looking for cuts from a zone downwards: the answer for data without
    /// signatures.
    /// </summary>
    public async ValueTask<ZoneTrust> FindEnclosingAsync(
        DomainName name, DomainName from, IKeySource keys, CancellationToken cancellation)
    {
        if (FindUnvalidated(name) is { } known)
            return known;
        // An anchor below the zone asked is a better place to begin.
        var anchor = options.Anchors.FindClosest(name)!.Zone;
        var trust = await FindZoneAsync(anchor.IsBelow(from) ? anchor : from, keys, cancellation);
        var start = Math.Max(anchor.LabelCount, from.LabelCount);
        for (var labels = start + 1; labels <= name.LabelCount; labels++)
        {
            if (trust.Status != SecurityStatus.Secure)
                return trust;
            var candidate = name.Suffix(labels);
            var delegation = await FindDelegationAsync(candidate, keys, cancellation);
            if (delegation.Kind == DelegationKind.Signed)
                trust = await FindZoneAsync(candidate, keys, cancellation);
            else if (delegation.Kind is not DelegationKind.None)
                return delegation.ToTrust(candidate);
        }
        return trust;
    }

    /// <summary>
    /// Validates the DNSKEY set of a zone by its anchor or DS set; for the set that the key source is about to store.
    /// </summary>
    public async ValueTask<PartVerdict> ValidateKeysAsync(RRset dnskeys, IKeySource keys,
        CancellationToken cancellation)
    {
        var zone = dnskeys.OwnerName;
        if (FindUnvalidated(zone) is { } known)
            return known.ToVerdict();
        KeySetResult result;
        if (options.Anchors.Find(zone) is { } anchor)
        {
            result = keySets.ValidateByAnchor(anchor, dnskeys, clock.Now.Wall, keys.Work);
        }
        else
        {
            var delegation = await FindDelegationAsync(zone, keys, cancellation);
            if (delegation.Kind != DelegationKind.Signed)
                return delegation.ToTrust(zone).ToVerdict();
            result = keySets.ValidateByDs(delegation.Ds, dnskeys, clock.Now.Wall, keys.Work);
        }
        var error = result.Reason == ValidationReason.None ? null : Reasons.For(result.Reason, zone);
        return result.Status == SecurityStatus.Secure
            ? new(SecurityStatus.Secure)
            {
                MaxLifetime = result.Signature.Ttl,
                SignaturesEnd = result.Signature.Expiration,
            }
            : new(result.Status, error);
    }

    /// <summary>What is settled without asking: no anchor above the name, or a negative one; null otherwise.</summary>
    public ZoneTrust? FindUnvalidated(DomainName name)
    {
        if (options.Anchors.FindClosest(name) is not { } anchor)
            return ZoneTrust.Indeterminate;
        // RFC 7646 §2: a negative anchor counts unless a trust anchor stands below it, nearer to the name.
        var negative = options.NegativeAnchors.Find(name, clock.Now.Wall);
        if (negative is null || anchor.Zone.IsBelow(negative.Name))
            return null;
        return ZoneTrust.Insecure(new ExtendedError(ExtendedErrorCode.NegativeTrustAnchor, negative.Reason));
    }

    private async ValueTask<SignedDelegation> FindDelegationAsync(
        DomainName zone, IKeySource keys, CancellationToken cancellation)
    {
        if (zone.IsRoot)
            return SignedDelegation.Failed(null);
        var outcome = await keys.FetchAsync(zone, RecordType.Ds, cancellation);
        switch (outcome.Kind)
        {
            case OutcomeKind.Data when outcome.Security == SecurityStatus.Secure:
                var obstacle = keySets.FindDsObstacle(outcome.Data.Set);
                return obstacle == ValidationReason.None
                    ? SignedDelegation.Signed(outcome.Data.Set)
                    : SignedDelegation.Unsigned(Reasons.For(obstacle, zone));
            case OutcomeKind.NoData or OutcomeKind.NxDomain when outcome.Security == SecurityStatus.Secure:
                return JudgeAbsence(zone, outcome, keys);
            case OutcomeKind.Failure:
                return SignedDelegation.Failed(outcome.Error);
            default:
                return outcome.Security == SecurityStatus.Bogus
                    ? SignedDelegation.Failed(outcome.Error)
                    : SignedDelegation.Unsigned(outcome.Error);
        }
    }

    // RFC 4035 §5.2: no DS and a zone cut is an unsigned child; no DS and no cut is the same zone further down.
    private static SignedDelegation JudgeAbsence(DomainName zone, in Outcome outcome, IKeySource keys)
    {
        var proofs = new List<RRset>();
        foreach (var proof in outcome.Denial.Proofs)
            proofs.Add(proof);
        var signer = SignatureNames.FindSigner(proofs) ?? zone.Parent;
        var absence = new DenialProof(signer, proofs, keys.Work).ProveNoDs(zone);
        return absence.Absence is DsAbsence.InsecureDelegation or DsAbsence.OptOut or DsAbsence.TooCostly
            ? SignedDelegation.Unsigned(Reasons.For(absence.Reason, zone))
            : SignedDelegation.None;
    }

    private static ZoneTrust TrustIn(DomainName zone, in Outcome dnskey)
    {
        if (dnskey.Kind == OutcomeKind.Data)
        {
            return dnskey.Security switch
            {
                SecurityStatus.Secure => ZoneTrust.Secure(dnskey.Data.Set),
                SecurityStatus.Insecure => ZoneTrust.Insecure(dnskey.Error),
                _ => ZoneTrust.Bogus(dnskey.Error),
            };
        }
        return ZoneTrust.Bogus(
            dnskey.Kind == OutcomeKind.Failure ? dnskey.Error : Reasons.For(ValidationReason.DnskeyMissing, zone));
    }
}

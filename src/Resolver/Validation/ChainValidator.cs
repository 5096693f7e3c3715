using Dns;
using Dnssec;
using Dnssec.Algorithms;
using Dnssec.Denial;
using Dnssec.Signatures;
using Dnssec.Trust;
using Resolver.Ports;

namespace Resolver.Validation;

/// <summary>
/// Validates responses by the chain of trust (RFC 4035 §5): each alias, the data or the denial at their end, part by
/// part. One belongs to one worker; every signature and hash is paid for by the client query's work limit.
/// </summary>
public sealed class ChainValidator : IValidator, IDisposable
{
    /// <summary>Parsed keys kept on one worker: the root, top levels and some thousand zones at 2 kB each.</summary>
    public const int KeyCacheCapacity = 4096;

    private readonly ValidationOptions _options;
    private readonly KeyCache _keyCache = new(KeyCacheCapacity, KeyLimits.Default);
    private readonly SignatureVerifier _verifier;
    private readonly TrustFinder _trust;
    private readonly Clock _clock;

    /// <summary>A validator that begins at the options' anchors.</summary>
    public ChainValidator(ValidationOptions options, Clock clock)
    {
        _options = options;
        _clock = clock;
        _verifier = new(options.Algorithms, _keyCache);
        _trust = new(options, new KeySetValidator(_verifier, _keyCache), clock);
    }

    /// <summary>Parts found bogus so far, served or not.</summary>
    public long BogusCount { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<Verdict> ValidateAsync(
        UnvalidatedResponse response, IKeySource keys, CancellationToken cancellationToken)
    {
        var links = new PartVerdict[response.Links.Count];
        for (var i = 0; i < links.Length; i++)
            links[i] = Settle(await ValidateSetAsync(response.Links[i], response, keys, cancellationToken));
        var end = response.End switch
        {
            ResponseEnd.Open => new PartVerdict(SecurityStatus.Indeterminate),
            ResponseEnd.Data => await ValidateSetAsync(response.Data, response, keys, cancellationToken),
            _ => await ValidateDenialAsync(response, keys, cancellationToken),
        };
        return new(links, Settle(end));
    }

    /// <inheritdoc/>
    public void Dispose() => _keyCache.Dispose();

    private PartVerdict Settle(PartVerdict verdict)
    {
        if (verdict.Status != SecurityStatus.Bogus)
            return verdict;
        BogusCount++;
        return _options.BogusData == BogusData.Served
            ? verdict with { Status = SecurityStatus.Indeterminate }
            : verdict;
    }

    private async ValueTask<PartVerdict> ValidateSetAsync(
        RRset set, UnvalidatedResponse response, IKeySource keys, CancellationToken cancellation)
    {
        if (_trust.FindUnvalidated(set.OwnerName) is { } known)
            return known.ToVerdict();
        var signer = SignatureNames.FindSigner(set);
        // A zone's keys vouch for themselves only through the parent or an anchor.
        if (set.Type == RecordType.Dnskey && (signer is null || signer.Equals(set.OwnerName)))
            return await _trust.ValidateKeysAsync(set, keys, cancellation);
        if (signer is null)
            return await JudgeUnsignedAsync(set, response, keys, cancellation);
        var trust = await _trust.FindZoneAsync(signer, keys, cancellation);
        if (trust.Status == SecurityStatus.Insecure)
            return trust.ToVerdict();
        if (trust.Status != SecurityStatus.Secure)
            return await DoubtAsync(set.OwnerName, set.Type, response, trust.ToVerdict(), keys, cancellation);
        var signature = _verifier.Verify(set, trust.Keys!, _clock.Now.Wall, keys.Work);
        if (!signature.IsValid)
        {
            var bogus = new PartVerdict(SecurityStatus.Bogus, Reasons.For(set, signature));
            return await DoubtAsync(set.OwnerName, set.Type, response, bogus, keys, cancellation);
        }
        return signature.ClosestEncloserLabels is { } labels
            ? ValidateWildcard(set, response, trust.Keys!, signature, keys, labels)
            : Secure(signature);
    }

    // RFC 4035 §5.3.4: data made from a wildcard needs the proof that nothing nearer to the name exists.
    private PartVerdict ValidateWildcard(
        RRset set, UnvalidatedResponse response, ZoneKeys zone, SignatureResult signature, IKeySource keys, int labels)
    {
        var proofs = Verified(response.Proofs, zone, keys, out _);
        var result = new DenialProof(zone.Zone, proofs, keys.Work).ProveWildcardAnswer(set.OwnerName, labels);
        if (result.Status == SecurityStatus.Bogus)
            return new(SecurityStatus.Bogus, Reasons.For(result.Reason, set.OwnerName));
        return Secure(signature) with
        {
            Status = result.Status,
            Error = Reasons.For(result.Reason, set.OwnerName),
            Proofs = RRsetSequence.Of(proofs),
        };
    }

    private async ValueTask<PartVerdict> ValidateDenialAsync(
        UnvalidatedResponse response, IKeySource keys, CancellationToken cancellation)
    {
        if (_trust.FindUnvalidated(ZoneSideName(response.Tail, response.Type)) is { } known)
            return known.ToVerdict() with { Proofs = RRsetSequence.Of(response.Proofs) };
        var signer = SignatureNames.FindSigner(response.Proofs);
        if (signer is null && !response.Soa.IsNone)
            signer = SignatureNames.FindSigner(response.Soa);
        if (signer is null || !response.Tail.IsAtOrBelow(signer))
            return await JudgeUnsignedDenialAsync(response, keys, cancellation);
        var trust = await _trust.FindZoneAsync(signer, keys, cancellation);
        if (trust.Status == SecurityStatus.Insecure)
            return trust.ToVerdict() with { Proofs = RRsetSequence.Of(response.Proofs) };
        var verdict = trust.Status == SecurityStatus.Secure
            ? ValidateProofs(response, trust.Keys!, keys)
            : trust.ToVerdict();
        return verdict.Status == SecurityStatus.Bogus
            ? await DoubtAsync(response.Tail, response.Type, response, verdict, keys, cancellation)
            : verdict;
    }

    private PartVerdict ValidateProofs(UnvalidatedResponse response, ZoneKeys zone, IKeySource keys)
    {
        var proofs = Verified(response.Proofs, zone, keys, out var bounds);
        if (!response.Soa.IsNone)
        {
            // The SOA sets how long the denial is kept; unsigned it must not.
            var signature = _verifier.Verify(response.Soa, zone, _clock.Now.Wall, keys.Work);
            if (!signature.IsValid)
                return new(SecurityStatus.Bogus, Reasons.For(response.Soa, signature));
            bounds = bounds.And(signature);
        }
        var denial = new DenialProof(zone.Zone, proofs, keys.Work);
        var (status, reason) = Conclude(denial, response);
        return new(status, status == SecurityStatus.Secure ? null : Reasons.For(reason, response.Tail))
        {
            MaxLifetime = bounds.Lifetime,
            SignaturesEnd = bounds.End,
            Proofs = RRsetSequence.Of(proofs),
        };
    }

    private static (SecurityStatus Status, ValidationReason Reason) Conclude(
        DenialProof denial, UnvalidatedResponse response)
    {
        if (response.End == ResponseEnd.NxDomain)
        {
            var nameError = denial.ProveNameError(response.Tail);
            return (nameError.Status, nameError.Reason);
        }
        if (response.Type == RecordType.Ds)
        {
            var absence = denial.ProveNoDs(response.Tail);
            var status = absence.Absence switch
            {
                DsAbsence.InsecureDelegation or DsAbsence.NoDelegation => SecurityStatus.Secure,
                DsAbsence.NotProven => SecurityStatus.Bogus,
                _ => SecurityStatus.Insecure,
            };
            return (status, absence.Reason);
        }
        var noData = denial.ProveNoData(response.Tail, response.Type);
        return (noData.Status, noData.Reason);
    }

    private List<RRset> Verified(
        IReadOnlyList<RRset> proofs, ZoneKeys zone, IKeySource keys, out SignatureBounds bounds)
    {
        var verified = new List<RRset>();
        bounds = default;
        foreach (var proof in proofs)
        {
            var signature = _verifier.Verify(proof, zone, _clock.Now.Wall, keys.Work);
            if (!signature.IsValid)
                continue;
            verified.Add(proof);
            bounds = bounds.And(signature);
        }
        return verified;
    }

    private async ValueTask<PartVerdict> JudgeUnsignedAsync(
        RRset set, UnvalidatedResponse response, IKeySource keys, CancellationToken cancellation)
    {
        var missing = new PartVerdict(
            SecurityStatus.Bogus, Reasons.For(ValidationReason.SignatureMissing, set.OwnerName));
        return await DoubtAsync(set.OwnerName, set.Type, response, missing, keys, cancellation);
    }

    private async ValueTask<PartVerdict> JudgeUnsignedDenialAsync(
        UnvalidatedResponse response, IKeySource keys, CancellationToken cancellation)
    {
        var missing = new PartVerdict(
            SecurityStatus.Bogus, Reasons.For(ValidationReason.DenialMissing, response.Tail));
        return await DoubtAsync(response.Tail, response.Type, response, missing, keys, cancellation);
    }

    /// <summary>
    /// The last question before bogus is said: does the name lie in a zone that is proven unsigned? One server may
    /// hold a signed zone and an unsigned child of it.
    /// </summary>
    private async ValueTask<PartVerdict> DoubtAsync(
        DomainName name, RecordType type, UnvalidatedResponse response, PartVerdict bogus, IKeySource keys,
        CancellationToken cancellation)
    {
        var side = ZoneSideName(name, type);
        var from = side.IsAtOrBelow(response.Zone) ? response.Zone : side;
        var trust = await _trust.FindEnclosingAsync(side, from, keys, cancellation);
        return trust.Status switch
        {
            SecurityStatus.Secure => bogus,
            SecurityStatus.Bogus => trust.ToVerdict(),
            _ => trust.ToVerdict() with { Proofs = RRsetSequence.Of(response.Proofs) },
        };
    }

    // RFC 4035 §2.4: DS belongs to the parent's side of a cut.
    private static DomainName ZoneSideName(DomainName name, RecordType type) =>
        type == RecordType.Ds ? name.Parent : name;

    private static PartVerdict Secure(in SignatureResult signature) => new(SecurityStatus.Secure)
    {
        MaxLifetime = signature.Ttl,
        SignaturesEnd = signature.Expiration,
    };
}

using Dns;

namespace Dnssec.Denial;

/// <summary>Proofs of absence from NSEC3 records (RFC 5155 §8).</summary>
internal sealed class Nsec3Prover
{
    private readonly DomainName _zone;
    private readonly IReadOnlyList<RRset> _sets;
    private readonly Nsec3Hasher? _hasher;
    private readonly ValidationReason _obstacle;

    public Nsec3Prover(DomainName zone, IReadOnlyList<RRset> sets, WorkLimit work)
    {
        _zone = zone;
        _sets = sets;
        _obstacle = ReadParameters(work, out _hasher);
    }

    /// <summary>The name does not exist, nor a wildcard that would answer for it (RFC 5155 §8.4).</summary>
    public DenialResult ProveNameError(DomainName name)
    {
        if (TryFindMatch(name, out var match))
            return TypeDenial.IsCompactNameError(match.Types)
                ? DenialResult.Proven(NameExistence.CompactlyDenied)
                : DenialResult.NotProven(ValidationReason.NameExists);
        var reason = FindClosestEncloser(name, out var encloser);
        if (reason != ValidationReason.None)
            return Refuse(reason);
        reason = FindCover(WildcardBelow(encloser.Name), out _);
        return reason == ValidationReason.None
            ? DenialResult.ProvenBut(encloser.IsOptOut, NameExistence.DoesNotExist)
            : Refuse(reason == ValidationReason.NameNotCovered ? ValidationReason.WildcardNotDenied : reason);
    }

    /// <summary>The name, or the wildcard that answers for it, lacks the type (RFC 5155 §8.5 to §8.7).</summary>
    public DenialResult ProveNoData(DomainName name, RecordType type)
    {
        if (TryFindMatch(name, out var match))
            return ConcludeNoData(match, name, type, match.Types.IsEmpty
                ? NameExistence.EmptyNonTerminal
                : NameExistence.Exists);
        var reason = FindClosestEncloser(name, out var encloser);
        if (reason != ValidationReason.None)
            return Refuse(reason);
        // RFC 5155 §8.6: in an opt-out span there may be unsigned delegations, and names between them and the apex
        // that have no record for that reason. Wildcards do not apply to those, so none is looked for.
        if (encloser.IsOptOut)
            return DenialResult.ProvenBut(isOptOut: true, NameExistence.Unknown);
        var wildcard = WildcardBelow(encloser.Name);
        if (TryFindMatch(wildcard, out var wildcardMatch))
            return ConcludeNoData(wildcardMatch, wildcard, type, NameExistence.Wildcard);
        return FindCover(wildcard, out _) == ValidationReason.None
            ? DenialResult.Proven(NameExistence.DoesNotExist)
            : Refuse(ValidationReason.WildcardNotDenied);
    }

    /// <summary>Nothing is nearer to the name than the wildcard below so many labels (RFC 5155 §8.8).</summary>
    public DenialResult ProveWildcardAnswer(DomainName name, int closestEncloserLabels)
    {
        if (_obstacle != ValidationReason.None)
            return Refuse(_obstacle);
        var reason = FindCover(name.Suffix(closestEncloserLabels + 1), out var cover);
        return reason == ValidationReason.None
            ? DenialResult.ProvenBut(cover.IsOptOut, NameExistence.Wildcard)
            : Refuse(reason);
    }

    /// <summary>The name has no DS record (RFC 5155 §8.6, §8.9).</summary>
    public DsAbsenceResult ProveNoDs(DomainName name)
    {
        if (TryFindMatch(name, out var match))
        {
            var reason = TypeDenial.Check(match.Types, name.Wire, RecordType.Ds);
            if (reason != ValidationReason.None)
                return new(DsAbsence.NotProven, reason);
            return match.IsAtDelegation
                ? new(DsAbsence.InsecureDelegation, ValidationReason.NoDs)
                : new(DsAbsence.NoDelegation, ValidationReason.None);
        }
        var denial = ProveNoData(name, RecordType.Ds);
        return denial.Verdict switch
        {
            DenialVerdict.Proven => new(DsAbsence.NoDelegation, ValidationReason.None),
            DenialVerdict.OptOut => new(DsAbsence.OptOut, ValidationReason.OptOut),
            DenialVerdict.TooCostly => new(DsAbsence.TooCostly, denial.Reason),
            _ => new(DsAbsence.NotProven, denial.Reason),
        };
    }

    private static DenialResult ConcludeNoData(
        in Nsec3Record match, DomainName name, RecordType type, NameExistence existence)
    {
        var reason = TypeDenial.Check(match.Types, name.Wire, type);
        if (reason != ValidationReason.None)
            return DenialResult.NotProven(reason);
        return DenialResult.Proven(
            TypeDenial.IsCompactNameError(match.Types) ? NameExistence.CompactlyDenied : existence);
    }

    private static DenialResult Refuse(ValidationReason reason) =>
        reason == ValidationReason.Nsec3IterationsTooHigh ? DenialResult.TooCostly() : DenialResult.NotProven(reason);

    private static DomainName WildcardBelow(DomainName encloser)
    {
        // The encloser is a proper ancestor of the name asked for, so the asterisk always fits.
        encloser.TryPrepend("*"u8, out var wildcard);
        return wildcard!;
    }

    // RFC 5155 §8.2: all records of a proof share algorithm, iterations and salt.
    private ValidationReason ReadParameters(WorkLimit work, out Nsec3Hasher? hasher)
    {
        hasher = null;
        var reason = ValidationReason.DenialMissing;
        foreach (var set in _sets)
        {
            var failure = Nsec3Record.TryRead(set, _zone.Wire, out var record);
            if (failure != ValidationReason.None)
                reason = hasher is null ? failure : reason;
            else if (record.Iterations > Nsec3Hash.MaxIterations)
                return ValidationReason.Nsec3IterationsTooHigh;
            else if (hasher is null)
                hasher = new(record.Iterations, record.Salt, work);
            else if (!hasher.Fits(record))
                return ValidationReason.Nsec3ParametersMixed;
        }
        return hasher is null ? reason : ValidationReason.None;
    }

    /// <summary>
    /// Finds the nearest ancestor of the name that is shown to exist, the next nearer name being shown not to
    /// (RFC 5155 §8.3). The name itself is known to have no record.
    /// </summary>
    private ValidationReason FindClosestEncloser(DomainName name, out Encloser encloser)
    {
        encloser = default;
        if (_obstacle != ValidationReason.None)
            return _obstacle;
        if (!name.IsBelow(_zone))
            return ValidationReason.ClosestEncloserUnproven;
        var nextCloser = name;
        for (var candidate = name.Parent; candidate.IsAtOrBelow(_zone); candidate = candidate.Parent)
        {
            var reason = FindMatch(candidate, out var match);
            if (reason == ValidationReason.WorkExhausted)
                return reason;
            if (reason == ValidationReason.None)
            {
                // RFC 5155 §8.3: below a delegation or a DNAME this zone has nothing to deny.
                if (match.IsAtDelegation || match.Types.Contains(RecordType.Dname))
                    return ValidationReason.DenialFromWrongZone;
                reason = FindCover(nextCloser, out var cover);
                encloser = new(candidate, cover.IsOptOut);
                return reason;
            }
            if (candidate.IsRoot)
                break;
            nextCloser = candidate;
        }
        return ValidationReason.ClosestEncloserUnproven;
    }

    private bool TryFindMatch(DomainName name, out Nsec3Record match) =>
        FindMatch(name, out match) == ValidationReason.None;

    private ValidationReason FindMatch(DomainName name, out Nsec3Record match)
    {
        match = default;
        if (_obstacle != ValidationReason.None)
            return _obstacle;
        if (!_hasher!.TryHash(name, out var hash))
            return ValidationReason.WorkExhausted;
        foreach (var set in _sets)
        {
            if (Nsec3Record.TryRead(set, _zone.Wire, out match) == ValidationReason.None && match.Matches(hash))
                return ValidationReason.None;
        }
        return ValidationReason.ClosestEncloserUnproven;
    }

    private ValidationReason FindCover(DomainName name, out Nsec3Record cover)
    {
        cover = default;
        if (!_hasher!.TryHash(name, out var hash))
            return ValidationReason.WorkExhausted;
        foreach (var set in _sets)
        {
            if (Nsec3Record.TryRead(set, _zone.Wire, out cover) == ValidationReason.None && cover.Covers(hash))
                return ValidationReason.None;
        }
        return ValidationReason.NameNotCovered;
    }

    /// <summary>A name that exists, and whether the span that denies the next nearer one is opt-out.</summary>
    private readonly record struct Encloser(DomainName Name, bool IsOptOut);
}

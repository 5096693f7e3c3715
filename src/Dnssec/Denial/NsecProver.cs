using Dns;

namespace Dnssec.Denial;

/// <summary>Proofs of absence from NSEC records (RFC 4035 §5.4, RFC 6840 §4).</summary>
internal sealed class NsecProver
{
    private readonly DomainName _zone;
    private readonly IReadOnlyList<RRset> _sets;

    public NsecProver(DomainName zone, IReadOnlyList<RRset> sets)
    {
        _zone = zone;
        _sets = sets;
    }

    /// <summary>The name does not exist, nor a wildcard that would answer for it.</summary>
    public DenialResult ProveNameError(DomainName name)
    {
        if (TryMatch(name.Wire, out var match))
            return TypeDenial.IsCompactNameError(match.Types)
                ? DenialResult.Proven(NameExistence.CompactlyDenied)
                : DenialResult.NotProven(ValidationReason.NameExists);
        var reason = FindCover(name.Wire, out var cover);
        if (reason != ValidationReason.None)
            return DenialResult.NotProven(reason);
        // RFC 4035 §5.4: the wildcard at the closest encloser must not exist either.
        var wildcard = WildcardBelow(name, cover.CountClosestEncloserLabels(name.Wire));
        return FindCover(wildcard.Wire, out _) == ValidationReason.None
            ? DenialResult.Proven(NameExistence.DoesNotExist)
            : DenialResult.NotProven(ValidationReason.WildcardNotDenied);
    }

    /// <summary>The name, or the wildcard that answers for it, has no data of the type.</summary>
    public DenialResult ProveNoData(DomainName name, RecordType type)
    {
        if (TryMatch(name.Wire, out var match))
            return ConcludeNoData(match, name, type, NameExistence.Exists);
        if (IsEmptyNonTerminal(name.Wire))
            return DenialResult.Proven(NameExistence.EmptyNonTerminal);
        var reason = FindCover(name.Wire, out var cover);
        if (reason != ValidationReason.None)
            return DenialResult.NotProven(reason);
        // RFC 4035 §3.1.3.4: the name is not there, and the wildcard has other types.
        var wildcard = WildcardBelow(name, cover.CountClosestEncloserLabels(name.Wire));
        if (TryMatch(wildcard.Wire, out var wildcardMatch))
            return ConcludeNoData(wildcardMatch, wildcard, type, NameExistence.Wildcard);
        if (IsEmptyNonTerminal(wildcard.Wire))
            return DenialResult.Proven(NameExistence.Wildcard);
        // No name and no wildcard: certainly no data.
        return FindCover(wildcard.Wire, out _) == ValidationReason.None
            ? DenialResult.Proven(NameExistence.DoesNotExist)
            : DenialResult.NotProven(ValidationReason.WildcardNotDenied);
    }

    /// <summary>Nothing is nearer to the name than the wildcard below so many labels.</summary>
    // RFC 4035 §5.3.4: an answer made from a wildcard holds only if no closer match exists.
    public DenialResult ProveWildcardAnswer(DomainName name, int closestEncloserLabels)
    {
        if (TryMatch(name.Wire, out _))
            return DenialResult.NotProven(ValidationReason.NameExists);
        var reason = FindCover(name.Wire, out var cover);
        if (reason != ValidationReason.None)
            return DenialResult.NotProven(reason);
        return cover.CountClosestEncloserLabels(name.Wire) == closestEncloserLabels
            ? DenialResult.Proven(NameExistence.Wildcard)
            : DenialResult.NotProven(ValidationReason.WildcardNotApplicable);
    }

    /// <summary>The name has no DS record.</summary>
    public DsAbsenceResult ProveNoDs(DomainName name)
    {
        if (TryMatch(name.Wire, out var match))
        {
            var reason = TypeDenial.Check(match.Types, name.Wire, RecordType.Ds);
            if (reason != ValidationReason.None)
                return new(DsAbsence.NotProven, reason);
            return match.IsAtDelegation
                ? new(DsAbsence.InsecureDelegation, ValidationReason.NoDs)
                : new(DsAbsence.NoDelegation, ValidationReason.None);
        }
        var denial = ProveNoData(name, RecordType.Ds);
        return new(denial.IsProven ? DsAbsence.NoDelegation : DsAbsence.NotProven, denial.Reason);
    }

    private static DenialResult ConcludeNoData(
        in NsecRecord match, DomainName name, RecordType type, NameExistence existence)
    {
        var reason = TypeDenial.Check(match.Types, name.Wire, type);
        if (reason != ValidationReason.None)
            return DenialResult.NotProven(reason);
        return DenialResult.Proven(
            TypeDenial.IsCompactNameError(match.Types) ? NameExistence.CompactlyDenied : existence);
    }

    private static DomainName WildcardBelow(DomainName name, int labels)
    {
        // A name that is covered is longer than its closest encloser by a label, so the asterisk always fits.
        name.Suffix(labels).TryPrepend("*"u8, out var wildcard);
        return wildcard!;
    }

    private bool TryMatch(ReadOnlySpan<byte> name, out NsecRecord match)
    {
        foreach (var set in _sets)
        {
            if (NsecRecord.TryRead(set, _zone.Wire, out match) == ValidationReason.None && match.Matches(name))
                return true;
        }
        match = default;
        return false;
    }

    private bool IsEmptyNonTerminal(ReadOnlySpan<byte> name)
    {
        foreach (var set in _sets)
        {
            if (NsecRecord.TryRead(set, _zone.Wire, out var record) == ValidationReason.None
                && record.Covers(name) && record.ShowsEmptyNonTerminal(name))
                return true;
        }
        return false;
    }

    /// <summary>Looks for a record that shows that there is nothing at the name and nothing below it.</summary>
    private ValidationReason FindCover(ReadOnlySpan<byte> name, out NsecRecord cover)
    {
        var reason = ValidationReason.NameNotCovered;
        foreach (var set in _sets)
        {
            var failure = NsecRecord.TryRead(set, _zone.Wire, out cover);
            if (failure == ValidationReason.None && !cover.IsBetween(name))
                continue;
            if (failure == ValidationReason.None && !cover.SpeaksBelowOwner(name))
                failure = ValidationReason.DenialFromWrongZone;
            if (failure == ValidationReason.None && cover.ShowsEmptyNonTerminal(name))
                failure = ValidationReason.NameExists;
            if (failure == ValidationReason.None)
                return ValidationReason.None;
            reason = failure;
        }
        cover = default;
        return reason;
    }
}

using Dns;
using Dns.Records;

namespace Dnssec.Denial;

/// <summary>
/// A validated NSEC record seen as what it denies: names between its owner and the next name, and types at its
/// owner.
/// </summary>
public readonly ref struct NsecRecord
{
    private NsecRecord(ReadOnlySpan<byte> zone, ReadOnlySpan<byte> owner, scoped in NsecData data)
    {
        Zone = zone;
        Owner = owner;
        NextName = data.NextName;
        Types = data.Types;
    }

    /// <summary>The zone that signed it.</summary>
    public ReadOnlySpan<byte> Zone { get; }

    /// <summary>Its owner.</summary>
    public ReadOnlySpan<byte> Owner { get; }

    /// <summary>The next name of the zone; the apex if the owner is the last.</summary>
    public ReadOnlySpan<byte> NextName { get; }

    /// <summary>The types at the owner.</summary>
    public TypeBitmap Types { get; }

    /// <summary>True if the owner is where the zone ends and a child begins, so the record is the parent's.</summary>
    public bool IsAtDelegation => Types.Contains(RecordType.Ns) && !Types.Contains(RecordType.Soa);

    /// <summary>
    /// Reads an NSEC RRset whose signature by <paramref name="zone"/> holds. The reason says what is wrong with it.
    /// </summary>
    public static ValidationReason TryRead(scoped in RRset set, ReadOnlySpan<byte> zone, out NsecRecord record)
    {
        record = default;
        if (set.Type != RecordType.Nsec || set.Count != 1 || !NsecData.TryRead(set.FirstRecord, out var data))
            return ValidationReason.DenialMalformed;
        // RFC 4034 §4.1.1: the next name is one of the zone. A signer who names a foreign one denies what is not his.
        if (!WireName.IsAtOrBelow(set.Owner, zone) || !WireName.IsAtOrBelow(data.NextName, zone))
            return ValidationReason.DenialOutsideZone;
        // RFC 4034 §4.1.1: the chain ascends, and only its last link leads back, to the apex.
        if (!WireName.Equals(data.NextName, zone) && WireName.CompareCanonical(set.Owner, data.NextName) >= 0)
            return ValidationReason.DenialMalformed;
        record = new(zone, set.Owner, data);
        return ValidationReason.None;
    }

    /// <summary>True if the record tells the types of this name.</summary>
    public bool Matches(ReadOnlySpan<byte> name) => WireName.Equals(Owner, name);

    /// <summary>
    /// True if the name lies between owner and next name, and the record may deny it: it has then no data, but may
    /// be an empty non-terminal.
    /// </summary>
    public bool Covers(ReadOnlySpan<byte> name) => IsBetween(name) && SpeaksBelowOwner(name);

    /// <summary>True if the name lies between owner and next name in canonical order.</summary>
    public bool IsBetween(ReadOnlySpan<byte> name) =>
        WireName.IsAtOrBelow(name, Zone)
        && WireName.CompareCanonical(Owner, name) < 0
        && (WireName.Equals(NextName, Zone) || WireName.CompareCanonical(name, NextName) < 0);

    /// <summary>
    /// False if the name lies below an owner whose descendants are not this zone's to deny: below a delegation they
    /// are the child's, below a DNAME they are somewhere else.
    /// </summary>
    // RFC 6840 §4.1: neither an ancestor delegation's NSEC nor one with DNAME denies anything below its owner.
    public bool SpeaksBelowOwner(ReadOnlySpan<byte> name) =>
        !WireName.IsBelow(name, Owner) || !(IsAtDelegation || Types.Contains(RecordType.Dname));

    /// <summary>True if the record shows that the name exists without data: the next name is below it.</summary>
    public bool ShowsEmptyNonTerminal(ReadOnlySpan<byte> name) => IsBetween(name) && WireName.IsBelow(NextName, name);

    /// <summary>Labels of the nearest ancestor that exists of a name that is covered.</summary>
    public int CountClosestEncloserLabels(ReadOnlySpan<byte> name) =>
        Math.Max(WireName.CountCommonLabels(Owner, name), WireName.CountCommonLabels(NextName, name));
}

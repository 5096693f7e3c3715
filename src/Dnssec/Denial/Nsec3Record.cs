using Dns;
using Dns.Records;

namespace Dnssec.Denial;

/// <summary>
/// A validated NSEC3 record seen as what it denies: hashes between its owner's and the next, and types at the name
/// whose hash is its owner's.
/// </summary>
public readonly ref struct Nsec3Record
{
    /// <summary>The one flag that is defined: opt-out (RFC 5155 §3.1.2.1).</summary>
    private const byte KnownFlags = 0x01;

    private Nsec3Record(Nsec3Digest owner, scoped in Nsec3Data data)
    {
        Owner = owner;
        Next = Nsec3Digest.FromOctets(data.NextHash);
        IsOptOut = data.IsOptOut;
        Iterations = data.Iterations;
        Salt = data.Salt;
        Types = data.Types;
    }

    /// <summary>The hash of the name it belongs to.</summary>
    public Nsec3Digest Owner { get; }

    /// <summary>The next hash of the zone.</summary>
    public Nsec3Digest Next { get; }

    /// <summary>True if unsigned delegations may have been left out between owner and next.</summary>
    public bool IsOptOut { get; }

    /// <summary>Times the hash is applied again.</summary>
    public ushort Iterations { get; }

    /// <summary>The salt, perhaps empty.</summary>
    public ReadOnlySpan<byte> Salt { get; }

    /// <summary>The types at the name.</summary>
    public TypeBitmap Types { get; }

    /// <summary>True if the name is where the zone ends and a child begins, so the record is the parent's.</summary>
    public bool IsAtDelegation => Types.Contains(RecordType.Ns) && !Types.Contains(RecordType.Soa);

    /// <summary>
    /// Reads an NSEC3 RRset whose signature by <paramref name="zone"/> holds. The reason says what is wrong with it.
    /// </summary>
    public static ValidationReason TryRead(scoped in RRset set, ReadOnlySpan<byte> zone, out Nsec3Record record)
    {
        record = default;
        if (set.Type != RecordType.Nsec3 || set.Count != 1 || !Nsec3Data.TryRead(set.FirstRecord, out var data))
            return ValidationReason.DenialMalformed;
        // RFC 5155 §8.1, §8.2: records of unknown functions or with unknown flags are ignored.
        if (data.HashAlgorithm != Nsec3Hash.Sha1Algorithm || (data.Flags & ~KnownFlags) != 0
            || data.NextHash.Length != Nsec3Digest.Length)
            return ValidationReason.DenialMalformed;
        // RFC 5155 §3: the owner is the hash as one label directly below the apex of its zone.
        if (!WireName.Equals(WireName.Parent(set.Owner), zone))
            return ValidationReason.DenialOutsideZone;
        if (!Nsec3Digest.TryFromLabel(set.Owner.Slice(1, set.Owner[0]), out var owner))
            return ValidationReason.DenialMalformed;
        record = new(owner, data);
        return ValidationReason.None;
    }

    /// <summary>True if the record tells the types of the name with this hash.</summary>
    public bool Matches(Nsec3Digest hash) => Owner == hash;

    /// <summary>True if the hash lies between owner and next: no signed name has it.</summary>
    // RFC 5155 §8.3: the last record of the zone covers what is above it and what is below the first.
    public bool Covers(Nsec3Digest hash) => Owner < Next
        ? Owner < hash && hash < Next
        : Owner != hash && (Owner < hash || hash < Next);
}

using Dns;
using Dns.Records;

namespace Dnssec.Denial;

/// <summary>What a type bitmap at a name denies there: the rules are the same for NSEC and NSEC3.</summary>
internal static class TypeDenial
{
    /// <summary>
    /// <see cref="ValidationReason.None"/> if the bitmap found at <paramref name="name"/> proves that the type is not
    /// there.
    /// </summary>
    public static ValidationReason Check(in TypeBitmap types, ReadOnlySpan<byte> name, RecordType type)
    {
        // RFC 6840 §4.3: an alias would have been the answer, whatever the type.
        if (types.Contains(type) || types.Contains(RecordType.Cname))
            return ValidationReason.TypeExists;
        var isApex = types.Contains(RecordType.Soa);
        // RFC 6840 §4.1, RFC 4035 §5.2: at a zone cut the parent denies DS and nothing else; the child denies all
        // but DS. The root has no parent.
        if (type == RecordType.Ds ? isApex && name.Length > 1 : types.Contains(RecordType.Ns) && !isApex)
            return ValidationReason.DenialFromWrongZone;
        return type == RecordType.Any && HasData(types) ? ValidationReason.TypeExists : ValidationReason.None;
    }

    /// <summary>True if the bitmap says that its name does not exist (RFC 9824 §3.1).</summary>
    public static bool IsCompactNameError(in TypeBitmap types) =>
        types.Contains(RecordType.Nxname) && !HasData(types);

    private static bool HasData(in TypeBitmap types)
    {
        foreach (var type in types)
        {
            if (type is not (RecordType.Nsec or RecordType.Rrsig or RecordType.Nxname))
                return true;
        }
        return false;
    }
}

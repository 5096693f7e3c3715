namespace Dns.Records;

/// <summary>
/// The canonical form of RDATA, which signatures and zone digests are made over: the octets as they are, with the
/// names in the RDATA of some old types in lower case (RFC 4034 §6.2 as changed by RFC 6840 §5.1).
/// </summary>
public static class CanonicalRdata
{
    /// <summary>Octets of RRSIG and SIG RDATA before the signer's name (RFC 4034 §3.1).</summary>
    private const int SignerNameAt = 18;

    /// <summary>
    /// True if the type has names that are put in lower case; the RDATA of all others is canonical as it stands.
    /// </summary>
    public static bool HasFoldedNames(RecordType type) => LocateNames(type).Count > 0;

    /// <summary>
    /// Writes the canonical form of uncompressed RDATA and returns its length, which is that of
    /// <paramref name="rdata"/>. Both spans may be the same. From the first octet on that its type does not allow,
    /// RDATA is copied as it is.
    /// </summary>
    public static int Write(RecordType type, ReadOnlySpan<byte> rdata, Span<byte> destination)
    {
        rdata.CopyTo(destination);
        var (count, start) = LocateNames(type);
        var rest = destination[..rdata.Length];
        if (count == 0 || !TrySkipPrefix(type, start, ref rest))
            return rdata.Length;
        for (; count > 0; count--)
        {
            var length = WireName.Measure(rest);
            if (length < 0)
                break;
            WireName.Fold(rest[..length], rest);
            rest = rest[length..];
        }
        return rdata.Length;
    }

    /// <summary>Orders canonical RDATA of one RRset.</summary>
    // RFC 4034 §6.3: as left-justified unsigned octets, where a missing octet sorts before a zero one.
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.SequenceCompareTo(right);

    /// <summary>How many names in a row are folded, and where they start if the RDATA does not decide it.</summary>
    // RFC 4034 §6.2: these are the types.
    // RFC 6840 §5.1: HINFO has no names, and NSEC's next name keeps its case.
    private static (int Count, int Start) LocateNames(RecordType type) => type switch
    {
        RecordType.Ns or RecordType.Md or RecordType.Mf or RecordType.Cname or RecordType.Mb or RecordType.Mg
            or RecordType.Mr or RecordType.Ptr or RecordType.Nxt or RecordType.Dname => (1, 0),
        RecordType.Soa or RecordType.Minfo or RecordType.Rp => (2, 0),
        RecordType.Mx or RecordType.Afsdb or RecordType.Rt or RecordType.Kx => (1, 2),
        RecordType.Px => (2, 2),
        RecordType.Srv => (1, 6),
        RecordType.Sig or RecordType.Rrsig => (1, SignerNameAt),
        RecordType.Naptr => (1, 4),
        RecordType.A6 => (1, 1),
        _ => (0, 0),
    };

    private static bool TrySkipPrefix(RecordType type, int start, ref Span<byte> rest)
    {
        if (rest.Length < start)
            return false;
        if (type == RecordType.A6)
            return TrySkipSuffixAddress(ref rest);
        rest = rest[start..];
        // RFC 3403 §4.1: three character strings stand between NAPTR's preference and its replacement name.
        for (var strings = type == RecordType.Naptr ? 3 : 0; strings > 0; strings--)
        {
            if (rest.Length == 0 || rest.Length < rest[0] + 1)
                return false;
            rest = rest[(rest[0] + 1)..];
        }
        return true;
    }

    // RFC 2874 §3.1.1: a prefix length, as many octets as hold the other bits of an address, and then the name.
    private static bool TrySkipSuffixAddress(ref Span<byte> rest)
    {
        var prefixLength = rest[0];
        var skipped = 1 + (128 - prefixLength + 7) / 8;
        if (prefixLength > 128 || rest.Length < skipped)
            return false;
        rest = rest[skipped..];
        return true;
    }
}

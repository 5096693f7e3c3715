namespace Dns.Wire;

/// <summary>
/// Where names stand in the RDATA of the types that may carry compressed ones: so many octets, so many names, and
/// whether octets may follow. All other types are opaque.
/// </summary>
/// <param name="Prefix">Octets before the first name.</param>
/// <param name="Names">Names in a row.</param>
/// <param name="Suffix">Octets behind the last name.</param>
/// <param name="MayCompress">Whether a sender may compress them: only the types of RFC 1035.</param>
public readonly record struct RdataLayout(byte Prefix, byte Names, byte Suffix, bool MayCompress)
{
    /// <summary>RDATA without names that a receiver may uncompress.</summary>
    public static RdataLayout Opaque => default;

    /// <summary>The layout of a type.</summary>
    // RFC 3597 §4: names are compressed in the well-known types of RFC 1035 only; a receiver also uncompresses
    // RP, AFSDB, RT, SIG, PX, NXT, NAPTR and SRV. SIG, NXT and NAPTR have names behind variable parts; no sender
    // compresses them any more and they are left opaque.
    public static RdataLayout Of(RecordType type) => type switch
    {
        RecordType.Ns or RecordType.Md or RecordType.Mf or RecordType.Cname or RecordType.Mb or RecordType.Mg
            or RecordType.Mr or RecordType.Ptr => new(0, 1, 0, true),
        RecordType.Soa => new(0, 2, 20, true),
        RecordType.Minfo => new(0, 2, 0, true),
        RecordType.Mx => new(2, 1, 0, true),
        RecordType.Rp => new(0, 2, 0, false),
        RecordType.Afsdb or RecordType.Rt => new(2, 1, 0, false),
        RecordType.Px => new(2, 2, 0, false),
        RecordType.Srv => new(6, 1, 0, false),
        RecordType.Dname => new(0, 1, 0, false),
        _ => Opaque,
    };
}

using static Dns.Wire.RdataField;

namespace Dns.Wire;

/// <summary>What the RDATA of each type is made of. A type that is not here is opaque (RFC 3597 §3).</summary>
internal static class RdataForm
{
    /// <summary>The fields of a type in order; empty for one that is opaque.</summary>
    public static ReadOnlySpan<RdataField> Of(RecordType type, RecordClass recordClass) => type switch
    {
        // RFC 1035 §3.4, RFC 3596 §2: these have their form in the Internet class only.
        RecordType.A or RecordType.Aaaa or RecordType.Srv or RecordType.Wks or RecordType.Px or RecordType.Kx
            or RecordType.A6 or RecordType.Apl when recordClass != RecordClass.In => [],
        RecordType.A => [Octets4],
        RecordType.Aaaa => [Octets16],
        RecordType.Rrsig => [SignatureHead, PlainName, Rest],
        RecordType.Ds or RecordType.Cds or RecordType.Dlv => [Octets2, Octets1, DelegationDigest],
        RecordType.Dnskey or RecordType.Cdnskey or RecordType.Key or RecordType.Rkey =>
            [Octets2, Octets1, Octets1, Rest],
        RecordType.Nsec => [PlainName, TypeBitmap],
        RecordType.Nsec3 => [Octets1, Octets1, Octets2, CharacterString, Counted, TypeBitmap],
        RecordType.Nsec3param => [Octets1, Octets1, Octets2, CharacterString],
        RecordType.Svcb or RecordType.Https => [Octets2, PlainName, ServiceParameters],
        RecordType.Opt => [EdnsOptions],
        _ => OfNames(type),
    };

    private static ReadOnlySpan<RdataField> OfNames(RecordType type) => type switch
    {
        // RFC 3597 §4: what a receiver uncompresses are the types of RFC 1035, and RP, AFSDB, RT, SIG, PX, NXT,
        // NAPTR and SRV. A pointer in any other type is a fault.
        RecordType.Ns or RecordType.Cname or RecordType.Ptr or RecordType.Md or RecordType.Mf or RecordType.Mb
            or RecordType.Mg or RecordType.Mr => [CompressibleName],
        RecordType.Soa => [CompressibleName, CompressibleName, SoaNumbers],
        RecordType.Mx or RecordType.Afsdb or RecordType.Rt => [Octets2, CompressibleName],
        RecordType.Minfo or RecordType.Rp => [CompressibleName, CompressibleName],
        RecordType.Srv => [Octets6, CompressibleName],
        RecordType.Px => [Octets2, CompressibleName, CompressibleName],
        RecordType.Naptr => [Octets4, CharacterString, CharacterString, CharacterString, CompressibleName],
        RecordType.Sig => [SignatureHead, CompressibleName, Rest],
        RecordType.Nxt => [CompressibleName, Rest],
        RecordType.Dname or RecordType.NsapPtr => [PlainName],
        RecordType.Kx or RecordType.Lp => [Octets2, PlainName],
        RecordType.Talink => [PlainName, PlainName],
        RecordType.Dsync => [Octets2, Octets1, Octets2, PlainName],
        _ => OfOctets(type),
    };

    private static ReadOnlySpan<RdataField> OfOctets(RecordType type) => type switch
    {
        RecordType.Txt or RecordType.Spf or RecordType.Ninfo or RecordType.Avc or RecordType.Resinfo
            or RecordType.Wallet or RecordType.Isdn => [CharacterStrings],
        RecordType.Hinfo => [CharacterString, CharacterString],
        RecordType.X25 => [CharacterString],
        RecordType.Gpos => [CharacterString, CharacterString, CharacterString],
        RecordType.Caa => [Octets1, Counted, Rest],
        RecordType.Uri => [Octets4, SomeRest],
        RecordType.Tlsa or RecordType.Smimea => [Octets2, Octets1, Rest],
        RecordType.Sshfp => [Octets2, Rest],
        RecordType.Cert => [Octets4, Octets1, Rest],
        RecordType.Wks => [Octets4, Octets1, Rest],
        RecordType.Csync => [Octets6, TypeBitmap],
        RecordType.Zonemd => [Octets4, ZoneDigest],
        RecordType.Loc => [Location],
        RecordType.Apl => [AddressPrefixes],
        RecordType.Ipseckey => [Octets1, KeyGateway, Rest],
        RecordType.Amtrelay => [Octets1, Relay],
        RecordType.Hip => [HostIdentity],
        RecordType.A6 => [AddressChain],
        RecordType.Nid or RecordType.L64 => [Octets2, Octets8],
        RecordType.L32 => [Octets2, Octets4],
        RecordType.Eui48 => [Octets6],
        RecordType.Eui64 => [Octets8],
        RecordType.Doa => [Octets8, Octets1, CharacterString, Rest],
        RecordType.Openpgpkey or RecordType.Dhcid or RecordType.Nsap or RecordType.Sink => [SomeRest],
        _ => [],
    };
}

namespace Dns.Wire;

/// <summary>The parts that RDATA is made of, as far as a receiver must know them to tell sound from broken.</summary>
internal enum RdataField : byte
{
    /// <summary>One octet.</summary>
    Octets1,

    /// <summary>Two octets.</summary>
    Octets2,

    /// <summary>Four octets.</summary>
    Octets4,

    /// <summary>Six octets.</summary>
    Octets6,

    /// <summary>Eight octets.</summary>
    Octets8,

    /// <summary>Sixteen octets.</summary>
    Octets16,

    /// <summary>The fixed part of a signature, 18 octets (RFC 4034 §3.1).</summary>
    SignatureHead,

    /// <summary>The five numbers of an SOA record (RFC 1035 §3.3.13).</summary>
    SoaNumbers,

    /// <summary>A name that a sender may have compressed (RFC 3597 §4).</summary>
    CompressibleName,

    /// <summary>A name that stands uncompressed.</summary>
    PlainName,

    /// <summary>A character-string: a length octet and as many octets.</summary>
    CharacterString,

    /// <summary>Character-strings to the end, one at least.</summary>
    CharacterStrings,

    /// <summary>A length octet that is not zero, and as many octets.</summary>
    Counted,

    /// <summary>Any octets to the end, perhaps none.</summary>
    Rest,

    /// <summary>Octets to the end, one at least.</summary>
    SomeRest,

    /// <summary>A type bitmap to the end (RFC 4034 §4.1.2).</summary>
    TypeBitmap,

    /// <summary>Service parameters to the end (RFC 9460 §2.2).</summary>
    ServiceParameters,

    /// <summary>EDNS options to the end (RFC 6891 §6.1.2).</summary>
    EdnsOptions,

    /// <summary>Address prefixes to the end (RFC 3123 §4).</summary>
    AddressPrefixes,

    /// <summary>A digest type and a digest to the end, its length that of the type (RFC 4034 §5.1).</summary>
    DelegationDigest,

    /// <summary>Scheme, hash and a zone digest to the end (RFC 8976 §2.2).</summary>
    ZoneDigest,

    /// <summary>Geographic position: 16 octets where the version is 0 (RFC 1876 §2).</summary>
    Location,

    /// <summary>Gateway type, one octet, and a gateway of that type behind it (RFC 4025 §2.1).</summary>
    KeyGateway,

    /// <summary>Relay type in seven bits, and a relay of that type behind it (RFC 8777 §4.2).</summary>
    Relay,

    /// <summary>Host identity, its key and rendezvous servers to the end (RFC 8005 §5).</summary>
    HostIdentity,

    /// <summary>Prefix length, the octets of the address suffix and a prefix name (RFC 2874 §3.1).</summary>
    AddressChain,
}

namespace Dns.Edns;

/// <summary>EDNS option codes (RFC 6891 §6.1.2 and the registry). Others are carried as data.</summary>
public enum EdnsOptionCode : ushort
{
    /// <summary>LLQ (RFC 8764).</summary>
    Llq = 1,

    /// <summary>NSID (RFC 5001).</summary>
    Nsid = 3,

    /// <summary>DAU (RFC 6975).</summary>
    Dau = 5,

    /// <summary>DHU (RFC 6975).</summary>
    Dhu = 6,

    /// <summary>N3U (RFC 6975).</summary>
    N3u = 7,

    /// <summary>edns-client-subnet (RFC 7871).</summary>
    ClientSubnet = 8,

    /// <summary>EDNS EXPIRE (RFC 7314).</summary>
    Expire = 9,

    /// <summary>COOKIE (RFC 7873, RFC 9018).</summary>
    Cookie = 10,

    /// <summary>edns-tcp-keepalive (RFC 7828).</summary>
    TcpKeepalive = 11,

    /// <summary>Padding (RFC 7830).</summary>
    Padding = 12,

    /// <summary>CHAIN (RFC 7901).</summary>
    Chain = 13,

    /// <summary>edns-key-tag (RFC 8145).</summary>
    KeyTag = 14,

    /// <summary>Extended DNS Error (RFC 8914).</summary>
    ExtendedError = 15,

    /// <summary>EDNS-Client-Tag (draft).</summary>
    ClientTag = 16,

    /// <summary>EDNS-Server-Tag (draft).</summary>
    ServerTag = 17,

    /// <summary>Report-Channel (RFC 9567).</summary>
    ReportChannel = 18,

    /// <summary>ZONEVERSION (RFC 9660).</summary>
    ZoneVersion = 19,
}

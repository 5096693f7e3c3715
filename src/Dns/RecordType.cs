namespace Dns;

/// <summary>
/// RR TYPE and QTYPE numbers (RFC 1035 §3.2.2 and the registry). Any number not named here is as good: it is
/// carried as opaque octets (RFC 3597).
/// </summary>
public enum RecordType : ushort
{
    /// <summary>A (RFC 1035).</summary>
    A = 1,

    /// <summary>NS (RFC 1035).</summary>
    Ns = 2,

    /// <summary>MD.</summary>
    Md = 3,

    /// <summary>MF.</summary>
    Mf = 4,

    /// <summary>CNAME (RFC 1035).</summary>
    Cname = 5,

    /// <summary>SOA (RFC 1035).</summary>
    Soa = 6,

    /// <summary>MB.</summary>
    Mb = 7,

    /// <summary>MG.</summary>
    Mg = 8,

    /// <summary>MR.</summary>
    Mr = 9,

    /// <summary>NULL.</summary>
    Null = 10,

    /// <summary>WKS.</summary>
    Wks = 11,

    /// <summary>PTR (RFC 1035).</summary>
    Ptr = 12,

    /// <summary>HINFO (RFC 8482).</summary>
    Hinfo = 13,

    /// <summary>MINFO.</summary>
    Minfo = 14,

    /// <summary>MX (RFC 1035).</summary>
    Mx = 15,

    /// <summary>TXT (RFC 1035).</summary>
    Txt = 16,

    /// <summary>RP.</summary>
    Rp = 17,

    /// <summary>AFSDB.</summary>
    Afsdb = 18,

    /// <summary>X25.</summary>
    X25 = 19,

    /// <summary>ISDN.</summary>
    Isdn = 20,

    /// <summary>RT.</summary>
    Rt = 21,

    /// <summary>NSAP.</summary>
    Nsap = 22,

    /// <summary>NSAP-PTR.</summary>
    NsapPtr = 23,

    /// <summary>SIG.</summary>
    Sig = 24,

    /// <summary>KEY.</summary>
    Key = 25,

    /// <summary>PX.</summary>
    Px = 26,

    /// <summary>GPOS.</summary>
    Gpos = 27,

    /// <summary>AAAA (RFC 3596).</summary>
    Aaaa = 28,

    /// <summary>LOC (RFC 1876).</summary>
    Loc = 29,

    /// <summary>NXT.</summary>
    Nxt = 30,

    /// <summary>EID.</summary>
    Eid = 31,

    /// <summary>NIMLOC.</summary>
    Nimloc = 32,

    /// <summary>SRV (RFC 2782).</summary>
    Srv = 33,

    /// <summary>ATMA.</summary>
    Atma = 34,

    /// <summary>NAPTR (RFC 3403).</summary>
    Naptr = 35,

    /// <summary>KX (RFC 2230).</summary>
    Kx = 36,

    /// <summary>CERT (RFC 4398).</summary>
    Cert = 37,

    /// <summary>A6.</summary>
    A6 = 38,

    /// <summary>DNAME (RFC 6672).</summary>
    Dname = 39,

    /// <summary>SINK.</summary>
    Sink = 40,

    /// <summary>OPT (RFC 6891).</summary>
    Opt = 41,

    /// <summary>APL (RFC 3123).</summary>
    Apl = 42,

    /// <summary>DS (RFC 4034).</summary>
    Ds = 43,

    /// <summary>SSHFP (RFC 4255).</summary>
    Sshfp = 44,

    /// <summary>IPSECKEY (RFC 4025).</summary>
    Ipseckey = 45,

    /// <summary>RRSIG (RFC 4034).</summary>
    Rrsig = 46,

    /// <summary>NSEC (RFC 4034).</summary>
    Nsec = 47,

    /// <summary>DNSKEY (RFC 4034).</summary>
    Dnskey = 48,

    /// <summary>DHCID (RFC 4701).</summary>
    Dhcid = 49,

    /// <summary>NSEC3 (RFC 5155).</summary>
    Nsec3 = 50,

    /// <summary>NSEC3PARAM (RFC 5155).</summary>
    Nsec3param = 51,

    /// <summary>TLSA (RFC 6698).</summary>
    Tlsa = 52,

    /// <summary>SMIMEA (RFC 8162).</summary>
    Smimea = 53,

    /// <summary>HIP (RFC 8005).</summary>
    Hip = 55,

    /// <summary>NINFO.</summary>
    Ninfo = 56,

    /// <summary>RKEY.</summary>
    Rkey = 57,

    /// <summary>TALINK.</summary>
    Talink = 58,

    /// <summary>CDS (RFC 7344).</summary>
    Cds = 59,

    /// <summary>CDNSKEY (RFC 7344).</summary>
    Cdnskey = 60,

    /// <summary>OPENPGPKEY (RFC 7929).</summary>
    Openpgpkey = 61,

    /// <summary>CSYNC (RFC 7477).</summary>
    Csync = 62,

    /// <summary>ZONEMD (RFC 8976).</summary>
    Zonemd = 63,

    /// <summary>SVCB (RFC 9460).</summary>
    Svcb = 64,

    /// <summary>HTTPS (RFC 9460).</summary>
    Https = 65,

    /// <summary>DSYNC (RFC 9859).</summary>
    Dsync = 66,

    /// <summary>HHIT.</summary>
    Hhit = 67,

    /// <summary>BRID.</summary>
    Brid = 68,

    /// <summary>SPF.</summary>
    Spf = 99,

    /// <summary>UNSPEC.</summary>
    Unspec = 103,

    /// <summary>NID (RFC 6742).</summary>
    Nid = 104,

    /// <summary>L32 (RFC 6742).</summary>
    L32 = 105,

    /// <summary>L64 (RFC 6742).</summary>
    L64 = 106,

    /// <summary>LP (RFC 6742).</summary>
    Lp = 107,

    /// <summary>EUI48 (RFC 7043).</summary>
    Eui48 = 108,

    /// <summary>EUI64 (RFC 7043).</summary>
    Eui64 = 109,

    /// <summary>NXNAME (RFC 9824).</summary>
    Nxname = 128,

    /// <summary>TKEY.</summary>
    Tkey = 249,

    /// <summary>TSIG.</summary>
    Tsig = 250,

    /// <summary>IXFR.</summary>
    Ixfr = 251,

    /// <summary>AXFR.</summary>
    Axfr = 252,

    /// <summary>MAILB.</summary>
    Mailb = 253,

    /// <summary>MAILA.</summary>
    Maila = 254,

    /// <summary>ANY.</summary>
    Any = 255,

    /// <summary>URI (RFC 7553).</summary>
    Uri = 256,

    /// <summary>CAA (RFC 8659).</summary>
    Caa = 257,

    /// <summary>AVC.</summary>
    Avc = 258,

    /// <summary>DOA.</summary>
    Doa = 259,

    /// <summary>AMTRELAY (RFC 8777).</summary>
    Amtrelay = 260,

    /// <summary>RESINFO (RFC 9606).</summary>
    Resinfo = 261,

    /// <summary>WALLET.</summary>
    Wallet = 262,

    /// <summary>CLA.</summary>
    Cla = 263,

    /// <summary>IPN.</summary>
    Ipn = 264,

    /// <summary>TA.</summary>
    Ta = 32768,

    /// <summary>DLV.</summary>
    Dlv = 32769,
}

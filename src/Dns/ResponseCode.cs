namespace Dns;

/// <summary>Response codes, with the upper bits that EDNS adds (RFC 1035 §4.1.1, RFC 6891 §6.1.3).</summary>
public enum ResponseCode : ushort
{
    /// <summary>NOERROR.</summary>
    NoError = 0,

    /// <summary>FORMERR.</summary>
    FormErr = 1,

    /// <summary>SERVFAIL.</summary>
    ServFail = 2,

    /// <summary>NXDOMAIN.</summary>
    NxDomain = 3,

    /// <summary>NOTIMP.</summary>
    NotImp = 4,

    /// <summary>REFUSED.</summary>
    Refused = 5,

    /// <summary>YXDOMAIN.</summary>
    YxDomain = 6,

    /// <summary>YXRRSET.</summary>
    YxRRset = 7,

    /// <summary>NXRRSET.</summary>
    NxRRset = 8,

    /// <summary>NOTAUTH.</summary>
    NotAuth = 9,

    /// <summary>NOTZONE.</summary>
    NotZone = 10,

    /// <summary>DSOTYPENI.</summary>
    DsoTypeNi = 11,

    /// <summary>BADVERS.</summary>
    BadVers = 16,

    /// <summary>BADKEY.</summary>
    BadKey = 17,

    /// <summary>BADTIME.</summary>
    BadTime = 18,

    /// <summary>BADMODE.</summary>
    BadMode = 19,

    /// <summary>BADNAME.</summary>
    BadName = 20,

    /// <summary>BADALG.</summary>
    BadAlg = 21,

    /// <summary>BADTRUNC.</summary>
    BadTrunc = 22,

    /// <summary>BADCOOKIE.</summary>
    BadCookie = 23,
}

namespace Resolver.Recursion.Responses;

/// <summary>What a response says about the question, once everything that does not belong to it is gone.</summary>
internal enum ResponseKind : byte
{
    /// <summary>The set asked for is there, perhaps behind aliases.</summary>
    Answer,

    /// <summary>Aliases that lead on; what is behind them must be asked for.</summary>
    Alias,

    /// <summary>The name at the end of the aliases has no such type.</summary>
    NoData,

    /// <summary>The name at the end of the aliases does not exist.</summary>
    NxDomain,

    /// <summary>Other servers, of a zone further down, are to be asked.</summary>
    Referral,

    /// <summary>The server does not serve the zone: it refers upwards, sideways or to nobody.</summary>
    Lame,

    /// <summary>The server cannot read the question (FORMERR, NOTIMP, BADVERS).</summary>
    NotUnderstood,

    /// <summary>The server will not answer (REFUSED, NOTAUTH) or cannot (SERVFAIL and everything else).</summary>
    Failed,

    /// <summary>The server wants a cookie it made itself (BADCOOKIE, RFC 7873 §5.2.3).</summary>
    BadCookie,
}

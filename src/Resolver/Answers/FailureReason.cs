namespace Resolver.Answers;

/// <summary>Why a question has no answer. Each cause has its extended error code and its counter.</summary>
public enum FailureReason : byte
{
    /// <summary>Every server of some zone on the way was tried and none answered.</summary>
    NoReachableAuthority,

    /// <summary>The system could not send to or hear from any server at all.</summary>
    NetworkError,

    /// <summary>Servers answered, but nothing that could be used: lame, refused, SERVFAIL, malformed.</summary>
    NoUsableAnswer,

    /// <summary>The work budget of the query was used up (outgoing queries, bytes, CPU or depth).</summary>
    BudgetExhausted,

    /// <summary>The alias chain is longer than <see cref="Cache.AliasChain.MaxLength"/>.</summary>
    ChainTooLong,

    /// <summary>The alias chain leads back to itself.</summary>
    ChainLoop,

    /// <summary>A DNAME makes a name of more than 255 octets: the answer is YXDOMAIN.</summary>
    NameTooLong,

    /// <summary>Validation found the data bogus; the extended error says how.</summary>
    Bogus,

    /// <summary>The same question failed a moment ago (RFC 9520).</summary>
    CachedFailure,

    /// <summary>Too much work is under way; this query was shed.</summary>
    Overloaded,

    /// <summary>A bug: an invariant did not hold.</summary>
    Internal,
}

namespace StubCheck.Canned;

/// <summary>A way in which the canned responder spoils its replies, so that the checks can be seen to fail.</summary>
public enum Fault
{
    /// <summary>None: the reply is as it should be.</summary>
    None,

    /// <summary>The addresses come before the aliases that lead to them: 8 January 2026.</summary>
    DataBeforeAliases,

    /// <summary>Aliases come last to first.</summary>
    AliasesReversed,

    /// <summary>The first two aliases change places.</summary>
    AliasesSwapped,

    /// <summary>The last alias stands between the addresses.</summary>
    DataSplit,

    /// <summary>The first alias comes twice.</summary>
    AliasTwice,

    /// <summary>The first alias's owner has a second alias.</summary>
    SecondAlias,

    /// <summary>An address of another name follows.</summary>
    ForeignAddress,

    /// <summary>An alias of another name stands before the addresses.</summary>
    ForeignAlias,

    /// <summary>An address of the other family follows.</summary>
    OtherFamily,

    /// <summary>A record of another type stands before the addresses.</summary>
    OtherType,

    /// <summary>Signatures come whether asked for or not.</summary>
    UnaskedSignatures,

    /// <summary>Signatures come together behind everything.</summary>
    SignaturesApart,

    /// <summary>A DNAME comes without the CNAME that follows from it.</summary>
    DnameAlone,

    /// <summary>A DNAME comes behind its CNAME.</summary>
    DnameBehind,

    /// <summary>An owner differs in case from the target that led to it.</summary>
    OwnerRecased,

    /// <summary>The question comes back in other letters.</summary>
    QuestionRecased,

    /// <summary>The records of one set have different TTLs.</summary>
    MixedTtls,

    /// <summary>TTLs have the top bit set.</summary>
    HugeTtls,

    /// <summary>What the aliases lead to is left out.</summary>
    BareAlias,

    /// <summary>The data come with NXDOMAIN.</summary>
    DataWithNoName,

    /// <summary>A negative answer has no SOA.</summary>
    NoSoa,

    /// <summary>Two more dozen aliases than anyone follows.</summary>
    EndlessChain,

    /// <summary>AD is always set.</summary>
    AuthenticAlways,

    /// <summary>The bit that must be zero is set.</summary>
    ZeroBitSet,

    /// <summary>RD is not copied.</summary>
    RecursionDesiredLost,

    /// <summary>RA is clear.</summary>
    NoRecursion,

    /// <summary>AA is set.</summary>
    Authoritative,

    /// <summary>The question comes twice.</summary>
    TwoQuestions,

    /// <summary>The question is left out.</summary>
    NoQuestion,

    /// <summary>Octets follow the last record.</summary>
    TrailingOctets,

    /// <summary>The last record is cut in the middle.</summary>
    CutRecord,

    /// <summary>OPT comes unasked.</summary>
    UnaskedOpt,

    /// <summary>OPT never comes.</summary>
    NoOpt,

    /// <summary>Additional records that nobody asked for.</summary>
    ExtraAdditional,

    /// <summary>NS records in the authority section of a positive answer.</summary>
    ExtraAuthority,

    /// <summary>The reply is longer than the query allows.</summary>
    TooLong,

    /// <summary>TC over TCP.</summary>
    TruncatedOverTcp,

    /// <summary>TC though everything would have fitted.</summary>
    NeedlessTruncation,

    /// <summary>An owner is a pointer that leads forward.</summary>
    PointerForward,

    /// <summary>SERVFAIL.</summary>
    Failure,

    /// <summary>NXDOMAIN for AAAA at a name that has A.</summary>
    FamiliesDisagree,

    /// <summary>Of two questions at once only the first is answered.</summary>
    SecondQuestionIgnored,
}

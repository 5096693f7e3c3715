namespace Resolver.Answers;

/// <summary>What is wrong with the form of a response.</summary>
public enum AnswerFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It does not parse, or octets stand behind the last record.</summary>
    Unreadable,

    /// <summary>The question is not the client's, octet for octet.</summary>
    QuestionChanged,

    /// <summary>A record is not owned by the name the chain has reached; a second CNAME of one name is not.</summary>
    OffChain,

    /// <summary>A record stands behind the final RRset.</summary>
    BehindFinalSet,

    /// <summary>A signature does not stand right behind the set it covers.</summary>
    SignatureMisplaced,

    /// <summary>The records of one RRset have different TTLs.</summary>
    TtlsDiffer,

    /// <summary>A chain without data and without an SOA, in a response that claims to be whole.</summary>
    BareChain,
}

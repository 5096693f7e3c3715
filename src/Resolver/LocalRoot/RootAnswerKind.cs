namespace Resolver.LocalRoot;

/// <summary>What the root zone says to a question.</summary>
public enum RootAnswerKind : byte
{
    /// <summary>The set asked for: of the root itself, or the DS set of a top-level domain.</summary>
    Data,

    /// <summary>Ask the servers of a top-level domain.</summary>
    Referral,

    /// <summary>The name is there, without the type.</summary>
    NoData,

    /// <summary>The name is not there.</summary>
    NxDomain,
}

namespace Resolver.Answers;

/// <summary>How a resolution ended.</summary>
public enum OutcomeKind : byte
{
    /// <summary>Nothing could be found out.</summary>
    Failure,

    /// <summary>The RRset asked for.</summary>
    Data,

    /// <summary>The name is there, the type is not.</summary>
    NoData,

    /// <summary>The name is not there.</summary>
    NxDomain,
}

namespace StubCheck.Models;

/// <summary>How a reply ends.</summary>
internal enum TruthKind
{
    /// <summary>With records of the type asked for.</summary>
    Data,

    /// <summary>The name exists and has none of the type.</summary>
    NoData,

    /// <summary>The name does not exist.</summary>
    NoName,

    /// <summary>With an alias and nothing that says what is behind it.</summary>
    Unfinished,

    /// <summary>Cut before any record of the type.</summary>
    Truncated,

    /// <summary>With a response code that is no answer.</summary>
    Failure,
}

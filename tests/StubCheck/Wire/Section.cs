namespace StubCheck.Wire;

/// <summary>The section of a message that a record stands in.</summary>
internal enum Section
{
    /// <summary>What was asked for.</summary>
    Answer,

    /// <summary>Who says so.</summary>
    Authority,

    /// <summary>What may help.</summary>
    Additional,
}

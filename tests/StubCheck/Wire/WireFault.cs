namespace StubCheck.Wire;

/// <summary>What a message has that some client cannot read.</summary>
internal enum WireFault
{
    /// <summary>It ends in the middle of a header, a question or a record.</summary>
    Cut,

    /// <summary>Octets follow the last record.</summary>
    TrailingOctets,

    /// <summary>A pointer leads forward or to itself.</summary>
    PointerForward,

    /// <summary>A pointer leads elsewhere than to the start of a label that may be pointed at.</summary>
    PointerAstray,

    /// <summary>A pointer in RDATA whose type does not allow compression.</summary>
    PointerInNewType,

    /// <summary>A label type that is neither a label nor a pointer, or a name of more than 255 octets.</summary>
    BadName,
}

namespace Dnssec.Denial;

/// <summary>What a proof says about the name asked for.</summary>
public enum NameExistence : byte
{
    /// <summary>Nothing that could be relied on.</summary>
    Unknown,

    /// <summary>The name has data of other types.</summary>
    Exists,

    /// <summary>The name has no data, but names below it have (RFC 4592 §2.2.2).</summary>
    EmptyNonTerminal,

    /// <summary>The name does not exist, and a wildcard answers for it.</summary>
    Wildcard,

    /// <summary>The name does not exist.</summary>
    DoesNotExist,

    /// <summary>The name does not exist, told by an NXNAME bit at the name itself (RFC 9824 §3.1).</summary>
    CompactlyDenied,
}

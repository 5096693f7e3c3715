namespace Simulation.Authorities;

/// <summary>How a server spoils an answer.</summary>
public enum Spoiling
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The question comes back in lower case.</summary>
    LowerCase,

    /// <summary>Another message ID.</summary>
    WrongId,

    /// <summary>Another question.</summary>
    WrongQuestion,

    /// <summary>No question.</summary>
    NoQuestion,

    /// <summary>The query comes back, QR clear.</summary>
    Echo,

    /// <summary>AA is missing.</summary>
    NoAuthority,

    /// <summary>A wrong ID first and the good answer after it.</summary>
    WrongIdFirst,

    /// <summary>Records of other zones in authority and additional.</summary>
    Promiscuous,

    /// <summary>A negative answer without SOA.</summary>
    NoSoa,

    /// <summary>The message ends before its records do.</summary>
    Cut,
}

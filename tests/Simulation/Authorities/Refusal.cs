namespace Simulation.Authorities;

/// <summary>What a server does instead of answering.</summary>
public enum Refusal
{
    /// <summary>It answers.</summary>
    None,

    /// <summary>It says nothing.</summary>
    Mute,

    /// <summary>REFUSED.</summary>
    Refused,

    /// <summary>SERVFAIL.</summary>
    ServFail,

    /// <summary>It does not know the zone and refers to the root.</summary>
    LameUpward,

    /// <summary>An answer without AA and without anything in it.</summary>
    LameEmpty,

    /// <summary>NOTAUTH.</summary>
    NotAuth,

    /// <summary>Octets that are no message.</summary>
    Garbage,
}

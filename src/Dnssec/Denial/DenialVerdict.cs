namespace Dnssec.Denial;

/// <summary>What the records of a proof come to.</summary>
public enum DenialVerdict : byte
{
    /// <summary>They do not prove what was claimed: bogus.</summary>
    NotProven,

    /// <summary>They prove it: secure.</summary>
    Proven,

    /// <summary>They prove it for signed data; an unsigned delegation may be there (RFC 5155 §6): insecure.</summary>
    OptOut,

    /// <summary>They cost more to check than they are worth (RFC 9276 §3.2): insecure.</summary>
    TooCostly,
}

namespace Signing;

/// <summary>Whether unsigned delegations have NSEC3 records of their own.</summary>
public enum Nsec3Span
{
    /// <summary>They have.</summary>
    Full,

    /// <summary>They are left out, and every record says so.</summary>
    OptOut,
}

namespace Dnssec.Denial;

/// <summary>What a proof says about the DS records of a name.</summary>
public enum DsAbsence : byte
{
    /// <summary>Nothing: bogus.</summary>
    NotProven,

    /// <summary>The name is a zone cut and the child is unsigned.</summary>
    InsecureDelegation,

    /// <summary>The name has no DS record and is no zone cut: it is inside the zone, or is not there at all.</summary>
    NoDelegation,

    /// <summary>The name lies in an opt-out span: whatever is there is unsigned.</summary>
    OptOut,

    /// <summary>The proof costs more to check than it is worth; the zone counts as unsigned from here on.</summary>
    TooCostly,
}

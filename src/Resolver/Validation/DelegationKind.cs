namespace Resolver.Validation;

/// <summary>What a parent says about a name, by DS records or their proven absence.</summary>
internal enum DelegationKind : byte
{
    /// <summary>Nothing could be found out.</summary>
    Unknown,

    /// <summary>The name is no zone cut.</summary>
    None,

    /// <summary>A cut to a zone that counts as unsigned.</summary>
    Unsigned,

    /// <summary>A cut to a signed zone.</summary>
    Signed,
}

namespace Resolver.Validation;

/// <summary>What a response says about the name at the end of its aliases.</summary>
public enum ResponseEnd : byte
{
    /// <summary>Nothing: the name must be asked for elsewhere.</summary>
    Open,

    /// <summary>The set asked for.</summary>
    Data,

    /// <summary>No such type.</summary>
    NoData,

    /// <summary>No such name.</summary>
    NxDomain,
}

namespace Dnssec.Tests.Denial;

/// <summary>What a zone holds for a name and a type, worked out the slow and plain way.</summary>
internal enum Truth
{
    /// <summary>Data of the type, or an alias.</summary>
    Data,

    /// <summary>The name is there, without the type.</summary>
    NoData,

    /// <summary>The name is not there; a wildcard gives data of the type, or an alias.</summary>
    WildcardData,

    /// <summary>The name is not there; a wildcard answers for it and has not the type.</summary>
    WildcardNoData,

    /// <summary>The name is not there.</summary>
    NoName,

    /// <summary>Not for this zone to say: below a zone cut or a DNAME.</summary>
    Elsewhere,
}

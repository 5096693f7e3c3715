namespace Simulation.Zones;

/// <summary>What a zone says to a question.</summary>
public enum ZoneAnswerKind
{
    /// <summary>The set asked for.</summary>
    Data,

    /// <summary>An alias at the name.</summary>
    Cname,

    /// <summary>A DNAME above the name; no CNAME if the name it makes is too long.</summary>
    Dname,

    /// <summary>The name is there, the type is not.</summary>
    NoData,

    /// <summary>The name is not there.</summary>
    NxDomain,

    /// <summary>Another zone's business.</summary>
    Referral,
}

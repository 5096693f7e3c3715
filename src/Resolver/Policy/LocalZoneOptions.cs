namespace Resolver.Policy;

/// <summary>How a local zone differs from a plain one.</summary>
[Flags]
public enum LocalZoneOptions : byte
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>Names below the apex answer as the apex does (RFC 6761 §6.3 for localhost).</summary>
    ApexAnswersBelow = 1,

    /// <summary>DS questions for the apex go to the parent zone's servers (RFC 8375 §4).</summary>
    LeavesApexDsAlone = 2,
}

namespace Dns.Zones;

/// <summary>How much of a zone is read before it is refused, so that no text can take all memory or time.</summary>
public sealed record ZoneLimits
{
    /// <summary>The limits for text of unknown origin.</summary>
    public static ZoneLimits Default { get; } = new();

    /// <summary>
    /// Octets of one entry, its comments and further lines included. Room for RDATA of 65,535 octets with every one
    /// escaped (262 kB), twice over.
    /// </summary>
    public int MaxEntryLength { get; init; } = 512 * 1024;

    /// <summary>Records: the root zone of 2026 eight times over.</summary>
    public int MaxRecords { get; init; } = 200_000;

    /// <summary>Octets of text in all, includes counted: the root zone of 2026 nearly thirty times over.</summary>
    public long MaxOctets { get; init; } = 64L * 1024 * 1024;

    /// <summary>Includes inside one another.</summary>
    public int MaxIncludeDepth { get; init; } = 8;
}

namespace Dns.Zones;

/// <summary>What a step of a <see cref="ZoneReader"/> came upon.</summary>
public enum ZoneReadResult : byte
{
    /// <summary>A record.</summary>
    Record,

    /// <summary>A fault. Reading on is possible and tells further faults; the text as a whole is refused.</summary>
    Error,

    /// <summary>The end of the text, or the place behind which a fault leaves nothing to be understood.</summary>
    End,
}

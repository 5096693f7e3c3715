namespace Dns.Wire;

/// <summary>The record sections of a message, in wire order (RFC 1035 §4.1).</summary>
public enum Section : byte
{
    /// <summary>Records that answer the question.</summary>
    Answer,

    /// <summary>Records that point to an authority.</summary>
    Authority,

    /// <summary>Records that help, and OPT.</summary>
    Additional,
}

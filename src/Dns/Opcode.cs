namespace Dns;

/// <summary>Kinds of message (RFC 1035 §4.1.1 and the registry).</summary>
public enum Opcode : byte
{
    /// <summary>A standard query.</summary>
    Query = 0,

    /// <summary>Inverse query, obsolete (RFC 3425).</summary>
    IQuery = 1,

    /// <summary>Server status.</summary>
    Status = 2,

    /// <summary>Zone change notification (RFC 1996).</summary>
    Notify = 4,

    /// <summary>Dynamic update (RFC 2136).</summary>
    Update = 5,

    /// <summary>Stateful operations (RFC 8490).</summary>
    Dso = 6,
}

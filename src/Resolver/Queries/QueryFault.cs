namespace Resolver.Queries;

/// <summary>What is wrong with a query, and so what the client gets.</summary>
public enum QueryFault : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No header, or a response: nothing is ever sent back.</summary>
    NotAQuery,

    /// <summary>Malformed: FORMERR.</summary>
    Malformed,

    /// <summary>An opcode that is not served: NOTIMP.</summary>
    OpcodeNotImplemented,

    /// <summary>An EDNS version above 0: BADVERS (RFC 6891 §6.1.3).</summary>
    EdnsVersion,
}

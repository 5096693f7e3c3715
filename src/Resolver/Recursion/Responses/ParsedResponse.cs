using Dns;
using Dns.Edns;
using Dns.Wire;

namespace Resolver.Recursion.Responses;

/// <summary>
/// A response as RRsets, section by section, signatures with what they cover and duplicates removed. Nothing in it
/// has been judged yet.
/// </summary>
internal sealed class ParsedResponse
{
    /// <summary>The header.</summary>
    public required MessageHeader Header { get; init; }

    /// <summary>The response code, EDNS bits included.</summary>
    public required ResponseCode ResponseCode { get; init; }

    /// <summary>Sets of the answer section.</summary>
    public required IReadOnlyList<RRset> Answer { get; init; }

    /// <summary>Sets of the authority section.</summary>
    public required IReadOnlyList<RRset> Authority { get; init; }

    /// <summary>Sets of the additional section.</summary>
    public required IReadOnlyList<RRset> Additional { get; init; }

    /// <summary>The fixed part of the OPT record; null if there is none.</summary>
    public EdnsHeader? Edns { get; init; }

    /// <summary>The RDATA of the OPT record.</summary>
    public ReadOnlyMemory<byte> EdnsOptions { get; init; }

    /// <summary>Records left out because their type does not allow their RDATA.</summary>
    public int MalformedCount { get; init; }

    /// <summary>Records left out because a limit was met.</summary>
    public int ClippedCount { get; init; }
}

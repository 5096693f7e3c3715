using Dns.Edns;

namespace Resolver.Queries;

/// <summary>What the OPT record of a query says. The default value stands for a query without one.</summary>
public readonly ref struct EdnsRequest
{
    /// <summary>True if the query has an OPT record; the answer then has one too (RFC 6891 §6.1.1).</summary>
    public bool IsPresent { get; init; }

    /// <summary>The fixed part.</summary>
    public EdnsHeader Header { get; init; }

    /// <summary>NSID is asked for (RFC 5001).</summary>
    public bool WantsNsid { get; init; }

    /// <summary>The client knows the keepalive option (RFC 7828); it counts on TCP and TLS alone.</summary>
    public bool WantsKeepalive { get; init; }

    /// <summary>The query was padded, so the answer may be (RFC 7830 §4).</summary>
    public bool IsPadded { get; init; }

    /// <summary>The content of the COOKIE option: 8 octets, or 16 to 40; empty for none (RFC 7873 §4).</summary>
    public ReadOnlySpan<byte> Cookie { get; init; }

    /// <summary>The largest datagram the client takes, in octets: 512 without EDNS and at least.</summary>
    // RFC 6891 §6.2.3: sizes lower than 512 are read as 512.
    public int PayloadSize =>
        IsPresent ? Math.Max(Header.PayloadSize, EdnsHeader.MinPayloadSize) : EdnsHeader.MinPayloadSize;
}

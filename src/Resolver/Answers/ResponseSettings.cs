namespace Resolver.Answers;

/// <summary>
/// What the operator decides about the form of answers. Immutable; the default is what clients expect.
/// </summary>
public sealed record ResponseSettings
{
    /// <summary>
    /// Octets of the largest datagram sent, and the size told to clients: fits any path's MTU (RFC 9715 §3).
    /// </summary>
    public const int DefaultMaxDatagram = 1232;

    /// <summary>The range of <see cref="MaxDatagram"/>.</summary>
    public const int LeastMaxDatagram = 512, GreatestMaxDatagram = 4096;

    /// <summary>Octets of the largest datagram sent, whatever the client says it can take.</summary>
    public int MaxDatagram { get; init; } = DefaultMaxDatagram;

    /// <summary>The octets of the NSID option (RFC 5001 §2.3), for clients that ask; empty for none.</summary>
    public ReadOnlyMemory<byte> Nsid { get; init; }

    /// <summary>Extended errors go to clients that speak EDNS (D19).</summary>
    public bool SendsExtendedErrors { get; init; } = true;

    /// <summary>Records of the final RRset start at another one from answer to answer.</summary>
    public bool RotatesRecords { get; init; } = true;

    /// <summary>TTLs go out as the zone has them, not as what is left of them.</summary>
    public bool SendsOriginalTtl { get; init; }
}

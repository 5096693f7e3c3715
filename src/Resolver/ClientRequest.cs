using Resolver.Answers;
using Resolver.Queries;

namespace Resolver;

/// <summary>A packet from a client and the place where its response goes.</summary>
public readonly ref struct ClientRequest
{
    /// <summary>The packet as it came.</summary>
    public required ReadOnlySpan<byte> Packet { get; init; }

    /// <summary>Who asks, and over what.</summary>
    public required ClientContext Client { get; init; }

    /// <summary>What the listener adds to the OPT record.</summary>
    public ResponseExtras Extras { get; init; }

    /// <summary>Where the response goes; its length limits the response, beside the transport's own limit.</summary>
    public required Span<byte> Response { get; init; }
}

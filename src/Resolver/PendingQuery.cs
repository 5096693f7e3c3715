using Dns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Queries;

namespace Resolver;

/// <summary>
/// A query whose answer is not in the cache, or not all of it: a copy of the packet, the client, and the chain as
/// far as it is fresh. Its home is the worker that the keyed hash of the question chooses, so that equal questions
/// meet.
/// </summary>
public sealed class PendingQuery
{
    private readonly byte[] _packet;

    internal PendingQuery(in ClientRequest request, in Query query, AliasChain chain, ulong home)
    {
        _packet = request.Packet.ToArray();
        Client = request.Client;
        IsCheckingDisabled = query.Header.IsCheckingDisabled;
        Extras = request.Extras;
        Chain = chain;
        Type = query.Type;
        Home = home;
    }

    /// <summary>CD: the client does its own checking.</summary>
    public bool IsCheckingDisabled { get; }

    /// <summary>The packet, which has been parsed before and parses again.</summary>
    public ReadOnlySpan<byte> Packet => _packet;

    /// <summary>Who asks.</summary>
    public ClientContext Client { get; }

    /// <summary>What the listener adds to the answer.</summary>
    public ResponseExtras Extras { get; }

    /// <summary>QTYPE.</summary>
    public RecordType Type { get; }

    /// <summary>A number that is the same for all equal questions; workers are chosen by its remainder.</summary>
    public ulong Home { get; }

    /// <summary>The fresh links, in memory of their own; the resolution appends to it.</summary>
    internal AliasChain Chain { get; }
}

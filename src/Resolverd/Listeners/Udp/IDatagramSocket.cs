using Resolver.Ports;

namespace Resolverd.Listeners.Udp;

/// <summary>
/// A bound UDP socket as its worker sees it: packets come in batches, responses are written in place and leave
/// together. All members belong to the worker's thread but <see cref="TrySend"/> and <see cref="Shutdown"/>.
/// </summary>
internal interface IDatagramSocket : IDisposable
{
    /// <summary>Where the socket is bound.</summary>
    ServerAddress LocalAddress { get; }

    /// <summary>Waits for packets and returns how many have come; 0 once <see cref="Shutdown"/> was called.</summary>
    int Receive();

    /// <summary>The octets of a packet of the batch.</summary>
    ReadOnlySpan<byte> PacketAt(int index);

    /// <summary>Where a packet of the batch came from.</summary>
    DatagramPeer PeerAt(int index);

    /// <summary>Milliseconds a packet of the batch waited in the socket; 0 where the system does not tell.</summary>
    long AgeMsAt(int index);

    /// <summary>Where the response to a packet of the batch is written.</summary>
    Span<byte> ResponseAt(int index);

    /// <summary>Sends the first octets of the response, at the latest with <see cref="Flush"/>.</summary>
    void Reply(int index, int length);

    /// <summary>Sends what has not been sent yet.</summary>
    void Flush();

    /// <summary>Sends a datagram at once, from any thread; false if the system refuses.</summary>
    bool TrySend(in DatagramPeer peer, ReadOnlySpan<byte> datagram);

    /// <summary>Ends the waiting for packets, from any thread. Sending works until the socket is disposed.</summary>
    void Shutdown();
}

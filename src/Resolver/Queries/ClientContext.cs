using Resolver.Ports;

namespace Resolver.Queries;

/// <summary>Who asks, and over what.</summary>
/// <param name="Address">The client's address, as far as the transport knows it.</param>
/// <param name="Port">The client's port.</param>
/// <param name="Transport">How the query came in.</param>
public readonly record struct ClientContext(HostAddress Address, ushort Port, Transport Transport)
{
    /// <summary>True where nobody on the way can read along.</summary>
    public bool IsEncrypted => Transport is Transport.Tls or Transport.Https or Transport.Quic;

    /// <summary>True where answers must fit into a datagram.</summary>
    public bool IsDatagram => Transport == Transport.Udp;
}

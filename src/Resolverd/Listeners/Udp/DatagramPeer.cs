using Resolver.Ports;

namespace Resolverd.Listeners.Udp;

/// <summary>Where a datagram came from and which of our addresses it was sent to.</summary>
/// <param name="Address">The client's address.</param>
/// <param name="Port">The client's port.</param>
/// <param name="Scope">The interface of a link-local address; 0 for others.</param>
/// <param name="Local">
/// The address the client sent to, where the socket is bound to all of them: the answer leaves from it.
/// </param>
internal readonly record struct DatagramPeer(HostAddress Address, ushort Port, uint Scope, HostAddress? Local);

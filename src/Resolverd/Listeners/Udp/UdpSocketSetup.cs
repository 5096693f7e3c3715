using System.Net.Sockets;
using Resolver.Ports;
using Resolverd.Network;

namespace Resolverd.Listeners.Udp;

/// <summary>Makes UDP sockets with the options that answers to strangers need.</summary>
internal static class UdpSocketSetup
{
    /// <summary>Makes a socket, bound and ready to receive.</summary>
    /// <exception cref="SocketException">The system does not grant it.</exception>
    public static Socket Bind(ServerAddress address, int receiveBufferLength)
    {
        var family = address.Host.IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        var socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (address.Host.IsIPv6)
                socket.DualMode = false;
            socket.ReceiveBufferSize = receiveBufferLength;
            SocketOptions.SharePort(socket);
            SocketOptions.OmitPathMtu(socket);
            socket.Bind(address.ToEndPoint());
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net.Sockets;
using System.Runtime.InteropServices;
using Resolver.Ports;

namespace Resolverd.Listeners.Udp;

/// <summary>Makes UDP sockets with the options that answers to strangers need.</summary>
internal static class UdpSocketSetup
{
    // Linux: values of the kernel's headers in.h and in6.h, socket.h.
    private const int SolSocket = 1;
    private const int SoReusePort = 15;
    private const int IpProtocol = 0;
    private const int IPv6Protocol = 41;
    private const int IpMtuDiscover = 10;
    private const int IPv6MtuDiscover = 23;
    private const int PmtuDiscoveryOmit = 5;

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
            if (OperatingSystem.IsLinux())
                SetLinuxOptions(socket, address.Host.IsIPv6);
            socket.Bind(address.ToEndPoint());
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Lets several sockets share the address and keeps forged path MTUs from fragmenting answers.</summary>
    private static void SetLinuxOptions(Socket socket, bool isIPv6)
    {
        SetInt(socket, SolSocket, SoReusePort, 1);
        OmitPathMtu(socket, isIPv6);
    }

    /// <summary>
    /// Datagrams leave whole or not at all as far as this host is concerned, whatever ICMP says about the path.
    /// </summary>
    // RFC 9715 §3.1: a responder sets no fragmentation and ignores what it cannot trust about the path.
    public static void OmitPathMtu(Socket socket, bool isIPv6)
    {
        if (!OperatingSystem.IsLinux())
            return;
        if (isIPv6)
            SetInt(socket, IPv6Protocol, IPv6MtuDiscover, PmtuDiscoveryOmit);
        else
            SetInt(socket, IpProtocol, IpMtuDiscover, PmtuDiscoveryOmit);
    }

    private static void SetInt(Socket socket, int level, int option, int value) =>
        socket.SetRawSocketOption(level, option, MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));
}

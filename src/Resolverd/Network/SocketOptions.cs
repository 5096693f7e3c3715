using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Resolverd.Network;

/// <summary>Socket options that the platform has no name for. They do nothing where the system lacks them.</summary>
internal static class SocketOptions
{
    // Linux: values of the kernel's headers socket.h, in.h and in6.h.
    private const int SocketLevel = 1;
    private const int ReusePort = 15;
    private const int IPv4Level = 0;
    private const int IPv6Level = 41;
    private const int IPv4MtuDiscover = 10;
    private const int IPv6MtuDiscover = 23;
    private const int PathMtuOmit = 5;

    /// <summary>Lets several sockets be bound to one address; the system spreads clients over them.</summary>
    public static void SharePort(Socket socket)
    {
        if (OperatingSystem.IsLinux())
            SetInt(socket, SocketLevel, ReusePort, 1);
    }

    /// <summary>
    /// Lets datagrams leave as large as the interface allows and unfragmented, whatever ICMP claims about the path:
    /// such claims are forged to have answers cut into pieces that can be replaced.
    /// </summary>
    // RFC 9715 §3.1: neither fragments nor belief in path MTU messages.
    public static void OmitPathMtu(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
            return;
        if (socket.AddressFamily == AddressFamily.InterNetworkV6)
            SetInt(socket, IPv6Level, IPv6MtuDiscover, PathMtuOmit);
        else
            SetInt(socket, IPv4Level, IPv4MtuDiscover, PathMtuOmit);
    }

    /// <summary>Sets an option that has a whole number.</summary>
    public static void SetInt(Socket socket, int level, int option, int value) =>
        socket.SetRawSocketOption(level, option, MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in value)));
}

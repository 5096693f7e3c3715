using System.Net.Sockets;

namespace Resolverd.Listeners.Udp;

/// <summary>Chooses how a bound socket is read and written on this system.</summary>
internal static class DatagramSockets
{
    /// <summary>The best way this system has. The socket now belongs to what is returned.</summary>
    public static IDatagramSocket Over(Socket socket) => new PortableDatagramSocket(socket);
}

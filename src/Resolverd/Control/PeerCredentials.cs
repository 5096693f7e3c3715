using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Resolverd.Control;

/// <summary>Who is at the other end of a Unix socket, as the kernel knows it.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="UserId">Its user.</param>
/// <param name="GroupId">Its group.</param>
internal readonly partial record struct PeerCredentials(int ProcessId, uint UserId, uint GroupId)
{
    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private const int SocketLevel = 1;
    private const int PeerCredentialsOption = 17;

    /// <summary>Asks the kernel; null where it does not tell.</summary>
    public static PeerCredentials? Of(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        Span<byte> octets = stackalloc byte[12];
        try
        {
            if (socket.GetRawSocketOption(SocketLevel, PeerCredentialsOption, octets) != octets.Length)
                return null;
        }
        catch (SocketException)
        {
            return null;
        }
        return MemoryMarshal.Read<PeerCredentials>(octets);
    }

    /// <summary>
    /// True if this peer may control a daemon whose socket has these permissions: root and the daemon's own user
    /// always; others only where the mode lets a group or everybody write, the kernel having checked which.
    /// </summary>
    public bool IsAllowed(UnixFileMode mode) =>
        UserId == 0 || UserId == GetEffectiveUserId() || (mode & OthersMayWrite) != 0;

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();
}

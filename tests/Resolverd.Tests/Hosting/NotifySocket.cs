using System.Net.Sockets;
using System.Text;

namespace Resolverd.Tests.Hosting;

/// <summary>A service manager's end of the notify socket: a real Unix datagram socket.</summary>
internal sealed class NotifySocket : IDisposable
{
    // Only a hanging daemon makes anyone wait this long.
    private const int PatienceMs = 30_000;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly string? _folder;

    private NotifySocket(string address, string? folder)
    {
        Address = address;
        _folder = folder;
        _socket.ReceiveTimeout = PatienceMs;
        _socket.Bind(new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address));
    }

    /// <summary>The value of NOTIFY_SOCKET.</summary>
    public string Address { get; }

    public static NotifySocket InFolder()
    {
        var folder = Directory.CreateTempSubdirectory("resolverd-notify-").FullName;
        return new NotifySocket(Path.Combine(folder, "notify"), folder);
    }

    public static NotifySocket Abstract() => new($"@resolverd-test-{Guid.NewGuid():N}", null);

    /// <summary>The next message, by lines.</summary>
    public string[] Receive()
    {
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, _socket.Receive(buffer)).Split('\n');
    }

    public void Dispose()
    {
        _socket.Dispose();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}

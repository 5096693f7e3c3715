using System.Net.Sockets;

namespace Resolverd.Control;

/// <summary>
/// Listens on a Unix socket and obeys calls, one line of JSON each, several to a connection. Who may write to the
/// socket is decided by its permissions and, besides, by the kernel's word on who is there.
/// </summary>
internal sealed class ControlServer : IAsyncDisposable
{
    /// <summary>Connections at a time: an operator, a monitor and some scripts.</summary>
    public const int MaxConnections = 32;

    /// <summary>Seconds until a connection that says nothing is closed.</summary>
    public const int IdleSeconds = 60;

    private readonly Socket _listener;
    private readonly string _path;
    private readonly UnixFileMode _mode;
    private readonly ControlDispatcher _dispatcher;
    private readonly SemaphoreSlim _room = new(MaxConnections);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private ControlServer(Socket listener, string path, UnixFileMode mode, ControlDispatcher dispatcher)
    {
        _listener = listener;
        _path = path;
        _mode = mode;
        _dispatcher = dispatcher;
        _accepting = AcceptAsync();
    }

    /// <summary>Opens the socket with these permissions. One that a dead daemon left behind is replaced.</summary>
    /// <exception cref="IOException">The path is in use by a living daemon, or cannot be made.</exception>
    public static ControlServer Open(string path, UnixFileMode mode, ControlDispatcher dispatcher)
    {
        RemoveDead(path);
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            listener.Bind(new UnixDomainSocketEndPoint(path));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, mode);
            listener.Listen(MaxConnections);
            return new(listener, path, mode, dispatcher);
        }
        catch (Exception error) when (error is SocketException or UnauthorizedAccessException)
        {
            listener.Dispose();
            throw new IOException($"control socket {path}: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        for (var i = 0; i < MaxConnections; i++)
            await _room.WaitAsync(TimeSpan.FromSeconds(1));
        File.Delete(_path);
        _room.Dispose();
        _stop.Dispose();
    }

    private static void RemoveDead(string path)
    {
        if (!File.Exists(path))
            return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException)
        {
            File.Delete(path);
            return;
        }
        throw new IOException($"control socket {path}: another daemon answers on it");
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (!await TryAcceptAsync())
                return;
        }
    }

    private async Task<bool> TryAcceptAsync()
    {
        await _room.WaitAsync();
        try
        {
            var connection = await _listener.AcceptAsync(_stop.Token);
            _ = ServeAsync(connection);
            return true;
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            _room.Release();
            return !_stop.IsCancellationRequested;
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        try
        {
            using (connection)
            {
                if (PeerCredentials.Of(connection) is not { } peer || peer.IsAllowed(_mode))
                    await ServeLinesAsync(connection);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ControlException)
        {
            // The caller went away, was too slow, or spoke another protocol: nobody is left to tell.
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task ServeLinesAsync(Socket connection)
    {
        var reader = new LineReader(connection, ControlRequest.MaxLength);
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            patience.CancelAfter(TimeSpan.FromSeconds(IdleSeconds));
            if (await reader.ReadAsync(patience.Token) is not { } line)
                return;
            var reply = await _dispatcher.DispatchAsync(line, _stop.Token);
            byte[] octets = [.. reply.ToLine(), (byte)'\n'];
            await connection.SendAsync(octets, patience.Token);
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Resolver.Ports;
using Resolver.Queries;

namespace Resolverd.Listeners.Tcp;

/// <summary>Accepts TCP connections on one address and serves DNS on them.</summary>
internal sealed class StreamListener : IDisposable
{
    // The system lacks descriptors or memory for a connection: for a while.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private readonly ListenerServices _services;
    private readonly ConnectionTable _table;
    private readonly CancellationTokenSource _stopping = new();
    private Task _accepting = Task.CompletedTask;

    private StreamListener(Socket socket, ListenerServices services, ConnectionTable table)
    {
        _socket = socket;
        _services = services;
        _table = table;
        Address = ServerAddress.From((IPEndPoint)socket.LocalEndPoint!);
    }

    /// <summary>Where it listens; the port is the one the system chose if 0 was asked for.</summary>
    public ServerAddress Address { get; }

    /// <summary>Binds an address and lets the system queue connections; none is served yet.</summary>
    /// <exception cref="SocketException">The system does not grant it.</exception>
    public static StreamListener Bind(ServerAddress address, ListenerServices services, ConnectionTable table)
    {
        var family = address.Host.IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        var socket = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.Host.IsIPv6)
                socket.DualMode = false;
            socket.Bind(address.ToEndPoint());
            socket.Listen(table.Options.Backlog);
            return new(socket, services, table);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Begins to serve.</summary>
    public void Start() => _accepting = AcceptAllAsync();

    /// <summary>Accepts no further connection. Those that are open are the table's to end.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _accepting;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAllAsync()
    {
        // Away from whoever started it: connections belong to no worker.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Serve(await _socket.AcceptAsync(_stopping.Token).ConfigureAwait(false));
            }
            catch (SocketException exception) when (IsExhausted(exception.SocketErrorCode))
            {
                ListenerLog.AcceptFailed(_services.Log, Address, exception.Message);
                await Task.Delay(RetryAfter, _services.Clock).ConfigureAwait(false);
            }
            catch (SocketException)
            {
                // A client that is gone before it was accepted.
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static bool IsExhausted(SocketError error) => error is
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable or SocketError.ProcessLimit;

    private void Serve(Socket accepted)
    {
        if (accepted.RemoteEndPoint is not IPEndPoint remote)
        {
            accepted.Dispose();
            return;
        }
        accepted.NoDelay = true;
        accepted.SendBufferSize = StreamOptions.SendBufferLength;
        var client = new ClientContext(HostAddress.From(remote.Address), (ushort)remote.Port, Transport.Tcp);
        var stream = new NetworkStream(accepted, ownsSocket: true);
        var connection = new StreamConnection(stream, client, _services, _table);
        if (_table.TryAdmit(connection))
            _ = SuperviseAsync(connection);
        else
            connection.Abort();
    }

    private async Task SuperviseAsync(StreamConnection connection)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var running = connection.RunAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (running.Exception is { } exception)
            _services.Faults.Record(exception.GetBaseException(), $"tcp {Address}");
        _table.Remove(connection);
    }
}

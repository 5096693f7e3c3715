using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Network;

/// <summary>Datagrams between one port of this machine and one server.</summary>
internal sealed class SocketFlow(Socket socket, ServerAddress server, OpenCount count) : IDatagramFlow
{
    private const int Unreachable = -1;
    private bool _isDisposed;

    /// <inheritdoc/>
    public ServerAddress Server => server;

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram)
    {
        try
        {
            return socket.Send(datagram) == datagram.Length;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, cancellationToken);
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.MessageSize ? buffer.Length : Unreachable;
        }
        catch (ObjectDisposedException)
        {
            return Unreachable;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        socket.Dispose();
        count.Release();
    }
}

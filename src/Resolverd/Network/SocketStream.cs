using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Network;

/// <summary>A connection to a server.</summary>
internal sealed class SocketStream(Socket socket, OpenCount count) : IByteStream
{
    private bool _isDisposed;

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        try
        {
            while (!octets.IsEmpty)
                octets = octets[await socket.SendAsync(octets, cancellationToken)..];
            return true;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
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

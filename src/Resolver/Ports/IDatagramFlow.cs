namespace Resolver.Ports;

/// <summary>Datagrams between one local port and one server. Disposing closes the port.</summary>
public interface IDatagramFlow : IDisposable
{
    /// <summary>The server at the other end.</summary>
    ServerAddress Server { get; }

    /// <summary>Sends one datagram; false if the system refuses (unreachable, no buffers).</summary>
    bool TrySend(ReadOnlySpan<byte> datagram);

    /// <summary>
    /// Waits for the next datagram and copies it; returns its length, or a negative number if the system reports
    /// that the server cannot be reached (an ICMP error). A datagram longer than the buffer is cut.
    /// </summary>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}

namespace Resolver.Ports;

/// <summary>A connected stream to a server. Disposing closes it.</summary>
public interface IByteStream : IDisposable
{
    /// <summary>Reads some octets; 0 at the end of the stream or once it has broken.</summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Writes all octets; false if the stream has broken.</summary>
    ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken);
}

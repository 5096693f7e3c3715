namespace Resolver.Ports;

/// <summary>
/// The way out to servers, in bytes, so that spoofing and garbage happen inside the tested core. Implementations
/// bring every completion back to the calling worker.
/// </summary>
public interface INetwork
{
    /// <summary>
    /// Opens a datagram flow to one server from a fresh, unpredictable source port; only that server's datagrams
    /// are received (RFC 5452 §9). Null if the address cannot be reached from here at all.
    /// </summary>
    IDatagramFlow? OpenDatagram(ServerAddress server);

    /// <summary>Connects a stream to a server; null if the connection is refused or cannot be made.</summary>
    ValueTask<IByteStream?> ConnectAsync(ServerAddress server, CancellationToken cancellationToken);
}

using System.Net;
using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Listeners.Udp;

/// <summary>
/// UDP by the platform's own <see cref="Socket"/>, one packet at a time: for systems without batched calls. It does
/// not learn which address a packet was sent to, so it is bound to single addresses only.
/// </summary>
internal sealed class PortableDatagramSocket : IDatagramSocket
{
    /// <summary>Octets of the longest datagram.</summary>
    public const int MaxPacketLength = ushort.MaxValue;

    private readonly Socket _socket;
    private readonly byte[] _packet = new byte[MaxPacketLength];
    private readonly byte[] _response = new byte[DatagramOptions.MaxResponseLength];
    private readonly SocketAddress _from;
    private volatile bool _isShutDown;
    private int _length;

    /// <summary>Takes over a bound socket.</summary>
    public PortableDatagramSocket(Socket socket)
    {
        _socket = socket;
        LocalAddress = ServerAddress.From((IPEndPoint)socket.LocalEndPoint!);
        _from = new(socket.AddressFamily);
    }

    /// <inheritdoc/>
    public ServerAddress LocalAddress { get; }

    /// <inheritdoc/>
    public int Receive()
    {
        while (!_isShutDown)
        {
            try
            {
                _length = _socket.ReceiveFrom(_packet, SocketFlags.None, _from);
                return _isShutDown ? 0 : 1;
            }
            catch (SocketException)
            {
                // An ICMP error of an earlier answer, or the end: the loop knows which.
            }
            catch (ObjectDisposedException)
            {
                return 0;
            }
        }
        return 0;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> PacketAt(int index) => _packet.AsSpan(0, _length);

    /// <inheritdoc/>
    public DatagramPeer PeerAt(int index) => SocketAddressCodec.Read(_from.Buffer.Span);

    /// <inheritdoc/>
    public long AgeMsAt(int index) => 0;

    /// <inheritdoc/>
    public Span<byte> ResponseAt(int index) => _response;

    /// <inheritdoc/>
    public void Reply(int index, int length) => TrySend(_response.AsSpan(0, length), _from);

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public bool TrySend(in DatagramPeer peer, ReadOnlySpan<byte> datagram)
    {
        var address = new SocketAddress(_socket.AddressFamily);
        SocketAddressCodec.Write(peer, address.Buffer.Span);
        return TrySend(datagram, address);
    }

    /// <inheritdoc/>
    public void Shutdown()
    {
        _isShutDown = true;
        try
        {
            // On an unconnected socket this is refused, and wakes who waits in it all the same.
            _socket.Shutdown(SocketShutdown.Receive);
        }
        catch (SocketException)
        {
            if (!OperatingSystem.IsLinux())
                _socket.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private bool TrySend(ReadOnlySpan<byte> datagram, SocketAddress to)
    {
        try
        {
            return _socket.SendTo(datagram, SocketFlags.None, to) == datagram.Length;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}

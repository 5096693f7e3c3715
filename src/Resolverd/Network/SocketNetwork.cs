using System.Net;
using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Network;

/// <summary>
/// The way to servers over the system's sockets. Each question has a socket of its own, connected, so that the system
/// itself drops what comes from anybody else. Workers share it.
/// </summary>
internal sealed class SocketNetwork(NetworkOptions options, Entropy entropy, TimeProvider time) : INetwork
{
    /// <summary>Ports tried before a flow is given up: with half of all taken, one flow in 65,536 is lost.</summary>
    public const int MaxPortDraws = 16;

    private readonly UnreachableNetworks _unreachable = new(time);
    private readonly IPAddress[] _sourcesIPv4 = SourcesOf(options, AddressFamily.InterNetwork);
    private readonly IPAddress[] _sourcesIPv6 = SourcesOf(options, AddressFamily.InterNetworkV6);
    private readonly OpenCount _flows = new(options.MaxFlows);
    private readonly OpenCount _streams = new(options.MaxStreams);

    /// <summary>Datagram flows open now.</summary>
    public int Flows => _flows.Value;

    /// <summary>Connections open now.</summary>
    public int Streams => _streams.Value;

    /// <inheritdoc/>
    public IDatagramFlow? OpenDatagram(ServerAddress server)
    {
        if (!IsReachable(server.Host) || !_flows.TryTake())
            return null;
        if (Connect(server) is { } socket)
            return new SocketFlow(socket, server, _flows);
        _flows.Release();
        return null;
    }

    /// <inheritdoc/>
    public async ValueTask<IByteStream?> ConnectAsync(ServerAddress server, CancellationToken cancellationToken)
    {
        if (!IsReachable(server.Host) || !_streams.TryTake())
            return null;
        var socket = NewSocket(server.Host, SocketType.Stream, ProtocolType.Tcp);
        var stream = new SocketStream(socket, _streams);
        try
        {
            socket.NoDelay = true;
            socket.Bind(new IPEndPoint(SourceFor(server.Host), 0));
            await socket.ConnectAsync(server.ToEndPoint(), cancellationToken);
            return stream;
        }
        catch (SocketException exception)
        {
            Learn(server.Host, exception.SocketErrorCode);
            stream.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            stream.Dispose();
            throw;
        }
    }

    private bool IsReachable(HostAddress host) =>
        (host.IsIPv6 ? options.UsesIPv6 : options.UsesIPv4) && !_unreachable.Contains(host);

    private Socket? Connect(ServerAddress server)
    {
        var socket = NewSocket(server.Host, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            SocketOptions.OmitPathMtu(socket);
            if (TryBind(socket, SourceFor(server.Host)))
            {
                socket.Connect(server.ToEndPoint());
                return socket;
            }
        }
        catch (SocketException exception)
        {
            Learn(server.Host, exception.SocketErrorCode);
        }
        socket.Dispose();
        return null;
    }

    private static Socket NewSocket(HostAddress host, SocketType type, ProtocolType protocol)
    {
        var socket = new Socket(
            host.IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, type, protocol);
        if (host.IsIPv6)
            socket.DualMode = false;
        return socket;
    }

    private bool TryBind(Socket socket, IPAddress source)
    {
        for (var draw = 0; draw < MaxPortDraws; draw++)
        {
            try
            {
                socket.Bind(new IPEndPoint(source, SourcePorts.Draw(entropy)));
                return true;
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Somebody has this port: draw another.
            }
        }
        return false;
    }

    private IPAddress SourceFor(HostAddress server)
    {
        var sources = server.IsIPv6 ? _sourcesIPv6 : _sourcesIPv4;
        if (sources.Length > 0)
            return sources[entropy.Below(sources.Length)];
        return server.IsIPv6 ? IPAddress.IPv6Any : IPAddress.Any;
    }

    private static IPAddress[] SourcesOf(NetworkOptions options, AddressFamily family) =>
        [.. options.Sources.Select(source => source.ToIPAddress()).Where(source => source.AddressFamily == family)];

    private void Learn(HostAddress host, SocketError error)
    {
        if (error is SocketError.NetworkUnreachable or SocketError.AddressFamilyNotSupported)
            _unreachable.Add(host);
    }
}

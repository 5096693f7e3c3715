using System.Collections.Immutable;
using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Listeners.Udp;

/// <summary>All UDP sockets of one address, each with its worker.</summary>
internal sealed class UdpListener : IDisposable
{
    private readonly ImmutableArray<IDatagramSocket> _sockets;
    private readonly ImmutableArray<UdpWorker> _workers;

    private UdpListener(
        ServerAddress address, ImmutableArray<IDatagramSocket> sockets, ListenerServices services, long maxQueueAgeMs)
    {
        Address = address;
        _sockets = sockets;
        _workers =
        [
            .. sockets.Select((socket, index) =>
                new UdpWorker($"udp {address} {index}", socket, services, maxQueueAgeMs)),
        ];
    }

    /// <summary>Where it listens; the port is the one the system chose if 0 was asked for.</summary>
    public ServerAddress Address { get; }

    /// <summary>What came in, by socket.</summary>
    public ImmutableArray<ListenerCounters> Counters => [.. _workers.Select(worker => worker.Counters)];

    /// <summary>Binds the sockets of an address; nothing is received yet.</summary>
    /// <exception cref="SocketException">The system does not grant one of them.</exception>
    public static UdpListener Bind(ServerAddress address, DatagramOptions options, ListenerServices services)
    {
        var sockets = ImmutableArray.CreateBuilder<IDatagramSocket>();
        try
        {
            for (var i = 0; i < options.SocketsPerAddress; i++)
            {
                var socket = UdpSocketSetup.Bind(address, options.ReceiveBufferLength);
                sockets.Add(DatagramSockets.Over(socket));
                // Where the system chooses the port, the sockets after the first share it.
                address = sockets[0].LocalAddress;
                WarnIfSmall(socket, address, options.ReceiveBufferLength, services);
            }
        }
        catch (SocketException)
        {
            foreach (var socket in sockets)
                socket.Dispose();
            throw;
        }
        return new(address, sockets.ToImmutable(), services, options.MaxQueueAgeMs);
    }

    /// <summary>Begins to serve.</summary>
    public void Start()
    {
        foreach (var worker in _workers)
            worker.Start();
    }

    /// <summary>Takes no more packets. Answers that are due can still be sent until the listener is disposed.</summary>
    public Task StopAsync() => Task.WhenAll(_workers.Select(worker => worker.StopAsync()));

    /// <summary>Closes the sockets.</summary>
    public void Dispose()
    {
        foreach (var socket in _sockets)
            socket.Dispose();
    }

    private static void WarnIfSmall(Socket socket, ServerAddress address, int asked, ListenerServices services)
    {
        // Linux reports twice what it grants, for its own bookkeeping.
        var granted = OperatingSystem.IsLinux() ? socket.ReceiveBufferSize / 2 : socket.ReceiveBufferSize;
        if (granted < asked)
            ListenerLog.SmallBuffer(services.Log, address, granted, asked);
    }
}

using System.Collections.Immutable;
using System.Net.Sockets;
using Resolver.Ports;
using Resolverd.Listeners.Tcp;
using Resolverd.Listeners.Udp;

namespace Resolverd.Listeners;

/// <summary>All UDP and TCP listeners: bound together or not at all, ended without losing an answer.</summary>
internal sealed class ListenerSet : IDisposable
{
    /// <summary>How often connections are looked through for idle and stalled ones.</summary>
    public static readonly TimeSpan SweepInterval = TimeSpan.FromMilliseconds(200);

    private readonly ListenerServices _services;
    private readonly List<UdpListener> _udp = [];
    private readonly List<StreamListener> _tcp = [];
    private ITimer? _sweeper;

    private ListenerSet(ListenerOptions options, ListenerServices services)
    {
        _services = services;
        Connections = new(options.Streams, services.Clock);
    }

    /// <summary>The TCP connections of all addresses.</summary>
    public ConnectionTable Connections { get; }

    /// <summary>The UDP listeners.</summary>
    public ImmutableArray<UdpListener> Udp => [.. _udp];

    /// <summary>The TCP listeners.</summary>
    public ImmutableArray<StreamListener> Tcp => [.. _tcp];

    /// <summary>
    /// Binds every address; nobody is served yet. What the system does not grant is told to <paramref name="refuse"/>,
    /// which returns to go on without it, or throws: then no address is kept.
    /// </summary>
    public static ListenerSet Bind(ListenerOptions options, ListenerServices services, RefusedAddress refuse)
    {
        var set = new ListenerSet(options, services);
        var isComplete = false;
        try
        {
            foreach (var address in options.Udp)
            {
                TryBind(
                    address, "udp", () => set._udp.Add(UdpListener.Bind(address, options.Datagrams, services)), refuse);
            }
            foreach (var address in options.Tcp)
            {
                TryBind(
                    address, "tcp", () =>
                        set._tcp.Add(StreamListener.Bind(address, services, set.Connections)), refuse);
            }
            isComplete = true;
            return set;
        }
        finally
        {
            if (!isComplete)
                set.Dispose();
        }
    }

    private static void TryBind(ServerAddress address, string transport, Action bind, RefusedAddress refuse)
    {
        try
        {
            bind();
        }
        catch (SocketException error)
        {
            refuse(transport, address, error);
        }
    }

    /// <summary>Begins to serve.</summary>
    public void Start()
    {
        foreach (var listener in _udp)
        {
            listener.Start();
            ListenerLog.Listening(_services.Log, "UDP", listener.Address, listener.Counters.Length);
        }
        foreach (var listener in _tcp)
        {
            listener.Start();
            ListenerLog.Listening(_services.Log, "TCP", listener.Address, 1);
        }
        _sweeper = _services.Clock.CreateTimer(_ => Connections.Sweep(), null, SweepInterval, SweepInterval);
    }

    /// <summary>
    /// Takes no further query, waits for those that are under way and sends their answers; what is not done when the
    /// token fires is given up. The resolvers end with it: nobody else asks them.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_udp.Select(listener => listener.StopAsync()));
        await Task.WhenAll(_tcp.Select(listener => listener.StopAsync()));
        await Task.WhenAll(
            Connections.DrainAsync(cancellationToken), _services.Resolvers.StopAsync(cancellationToken));
    }

    /// <summary>Closes all sockets.</summary>
    public void Dispose()
    {
        _sweeper?.Dispose();
        _udp.ForEach(listener => listener.Dispose());
        _tcp.ForEach(listener => listener.Dispose());
    }
}

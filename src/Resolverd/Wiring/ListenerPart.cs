using System.Collections.Immutable;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Resolver.Ports;
using Resolverd.Commands;
using Resolverd.Configuration.Model;
using Resolverd.Hosting;
using Resolverd.Listeners;
using Resolverd.Listeners.Tcp;
using Resolverd.Listeners.Udp;

namespace Resolverd.Wiring;

/// <summary>The listeners as a part of the daemon, and what an operator is told where an address is refused.</summary>
internal sealed class ListenerPart(DaemonContext context, ResolverCore core)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<ListenerPart>();
    private ListenerSet? _listeners;

    /// <summary>The part of the daemon that this is. It ends the resolvers too: nobody else asks them.</summary>
    public DaemonPart Part => new("listeners")
    {
        StartAsync = Start,
        PrepareAsync = (next, _) => IsSame(next)
            ? ValueTask.FromResult(PartChange.None)
            : throw new DaemonException(
                ExitCode.Configuration, "listen.* and tcp.* cannot change without a restart in this version"),
        StopAsync = StopAsync,
    };

    /// <summary>
    /// An address that answers over UDP, for the daemon's questions to itself; null if there is none.
    /// </summary>
    public ServerAddress? Udp => _listeners?.Udp is [var first, ..] ? first.Address : null;

    /// <summary>The addresses that answer over TCP.</summary>
    public ImmutableArray<ServerAddress> Tcp => [.. (_listeners?.Tcp ?? []).Select(listener => listener.Address)];

    private ValueTask Start(CancellationToken cancellationToken)
    {
        var services = new ListenerServices
        {
            Clock = context.Clock,
            Handlers = core.Handlers,
            Resolvers = core.Pool,
            Faults = core.Faults,
            Log = _logger,
        };
        _listeners = ListenerSet.Bind(OptionsOf(context.Settings), services, Refuse);
        _listeners.Start();
        return ValueTask.CompletedTask;
    }

    private async ValueTask StopAsync(CancellationToken cancellationToken)
    {
        if (_listeners is not { } listeners)
            return;
        await listeners.StopAsync(cancellationToken);
        listeners.Dispose();
    }

    private static ListenerOptions OptionsOf(Settings settings)
    {
        var listen = settings.Listen;
        return new()
        {
            Udp = [.. listen.Udp.SelectMany(LocalAddresses.Expand)],
            Tcp = listen.Tcp,
            Datagrams = new DatagramOptions
            {
                SocketsPerAddress = listen.SocketsPerAddress ?? listen.Workers ?? Environment.ProcessorCount,
                ReceiveBufferLength = (int)listen.ReceiveBuffer.Bytes,
                MaxQueueAgeMs = (long)listen.MaxQueueAge.TotalMilliseconds,
            },
            Streams = StreamsOf(settings.Tcp),
        };
    }

    private static StreamOptions StreamsOf(TcpSettings tcp) => new()
    {
        MaxConnections = tcp.MaxConnections,
        MaxConnectionsPerClient = tcp.MaxConnectionsPerClient,
        MaxPipelined = tcp.MaxPipelined,
        IdleTimeout = tcp.IdleTimeout,
        BusyIdleTimeout = tcp.BusyIdleTimeout,
        WriteTimeout = tcp.WriteTimeout,
        SendsKeepalive = tcp.Keepalive,
    };

    private bool IsSame(Settings next)
    {
        var (old, other) = (context.Settings.Listen, next.Listen);
        return next.Tcp == context.Settings.Tcp
            && other.Udp.SequenceEqual(old.Udp)
            && other.Tcp.SequenceEqual(old.Tcp)
            && other with { Udp = old.Udp, Tcp = old.Tcp } == old;
    }

    private void Refuse(string transport, ServerAddress address, SocketException error)
    {
        var key = "listen." + transport;
        if (!MaySkip(key, error.SocketErrorCode))
            throw new DaemonException(ExitCode.CannotListen, $"{key}: {address}: {Explain(error)}", error);
        WiringLog.Skipped(_logger, key, address, error.Message);
    }

    // A machine without IPv6 runs with the built-in addresses all the same.
    private bool MaySkip(string key, SocketError error) =>
        error is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported
        && (context.Settings.Listen.MissingAddress == MissingAddress.Skip || !context.Loaded.IsGiven(key));

    private static string Explain(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "another program listens there; stop it or choose another address",
        SocketError.AccessDenied =>
            "not permitted; ports below 1024 need CAP_NET_BIND_SERVICE (see the systemd unit), or choose another port",
        SocketError.AddressNotAvailable => "this machine does not have the address",
        _ => error.Message,
    };
}

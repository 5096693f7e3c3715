using System.Collections.Immutable;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Resolver.Ports;
using Resolverd.Commands;
using Resolverd.Configuration.Model;
using Resolverd.Hosting;
using Resolverd.Listeners;
using Resolverd.Listeners.Udp;

namespace Resolverd.Wiring;

/// <summary>All listeners of the daemon. They start together or not at all.</summary>
internal sealed class ListenerSet(DaemonContext context, ResolverCore core)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger<ListenerSet>();
    private ImmutableArray<UdpListener> _udp = [];

    /// <summary>The part of the daemon that this is.</summary>
    public DaemonPart Part => new("listeners")
    {
        StartAsync = Start,
        PrepareAsync = (next, _) => next.Listen == context.Settings.Listen
            ? ValueTask.FromResult(PartChange.None)
            : throw new DaemonException(
                ExitCode.Configuration, "listen.*: addresses cannot change without a restart in this version"),
        StopAsync = async _ => await StopAsync(),
    };

    /// <summary>
    /// An address that answers over UDP, for the daemon's questions to itself; null if there is none.
    /// </summary>
    public ServerAddress? Udp => _udp.Length > 0 ? _udp[0].Address : null;

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
        var listen = context.Settings.Listen;
        var options = new DatagramOptions
        {
            SocketsPerAddress = listen.SocketsPerAddress ?? listen.Workers ?? Environment.ProcessorCount,
            ReceiveBufferLength = (int)listen.ReceiveBuffer.Bytes,
            MaxQueueAgeMs = (long)listen.MaxQueueAge.TotalMilliseconds,
        };
        _udp = [.. Bind("listen.udp", listen.Udp, address => UdpListener.Bind(address, options, services))];
        foreach (var listener in _udp)
            listener.Start();
        return ValueTask.CompletedTask;
    }

    private List<T> Bind<T>(string key, ImmutableArray<ServerAddress> addresses, Func<ServerAddress, T> bind)
    {
        var bound = new List<T>();
        foreach (var address in addresses)
        {
            try
            {
                bound.Add(bind(address));
                WiringLog.Listening(_logger, key, address);
            }
            catch (SocketException error) when (MaySkip(key, error.SocketErrorCode))
            {
                WiringLog.Skipped(_logger, key, address, error.Message);
            }
            catch (SocketException error)
            {
                throw new DaemonException(ExitCode.CannotListen, $"{key}: {address}: {Explain(error)}", error);
            }
        }
        return bound;
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

    private async Task StopAsync()
    {
        await Task.WhenAll(_udp.Select(listener => listener.StopAsync()));
        foreach (var listener in _udp)
            listener.Dispose();
    }
}

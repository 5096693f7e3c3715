using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Resolverd.Hosting.Systemd;

/// <summary>
/// Tells the service manager how the daemon is doing (sd_notify(3)): datagrams to the Unix socket that the manager
/// names in the environment. Without one nothing is told to anyone.
/// </summary>
internal sealed class ServiceManager : IDisposable
{
    // unix(7): sun_path, its terminator apart.
    private const int MaxAddressLength = 107;

    private readonly ILogger _logger;
    private readonly Socket? _socket;
    private readonly UnixDomainSocketEndPoint? _manager;

    private ServiceManager(string? address, TimeSpan? watchdogInterval, ILogger logger)
    {
        _logger = logger;
        WatchdogInterval = watchdogInterval;
        if (address is null)
            return;
        if (Encoding.UTF8.GetByteCount(address) > MaxAddressLength)
        {
            HostLog.ManagerUnreachable(logger, "NOTIFY_SOCKET is longer than a socket address can be");
            return;
        }

        _manager = new UnixDomainSocketEndPoint(address);
        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { Blocking = false };
    }

    /// <summary>The manager waits this long for a sign of life; nothing: it does not watch.</summary>
    public TimeSpan? WatchdogInterval { get; }

    /// <summary>The manager that the environment names.</summary>
    public static ServiceManager FromEnvironment(Func<string, string?> environment, ILogger logger)
    {
        // sd_notify(3): '@' stands for the zero octet of an abstract address. Other kinds of socket are not for us.
        var address = environment("NOTIFY_SOCKET") switch
        {
            ['/', ..] path => path,
            ['@', .. var name] => "\0" + name,
            _ => null,
        };
        return new ServiceManager(address, WatchdogOf(environment), logger);
    }

    /// <summary>The daemon serves, at first or again after a reload.</summary>
    public void Ready(string status) => Tell($"READY=1\nSTATUS={OneLine(status)}");

    /// <summary>The settings are being read again.</summary>
    // sd_notify(3): with the monotonic time, so that the manager can tell this reload from an earlier one.
    public void Reloading() => Tell(string.Create(CultureInfo.InvariantCulture,
        $"RELOADING=1\nMONOTONIC_USEC={Stopwatch.GetElapsedTime(0).Ticks / TimeSpan.TicksPerMicrosecond}"));

    /// <summary>The daemon is about to end.</summary>
    public void Stopping() => Tell("STOPPING=1\nSTATUS=stopping");

    /// <summary>A line for <c>systemctl status</c>.</summary>
    public void Status(string status) => Tell($"STATUS={OneLine(status)}");

    /// <summary>A sign of life.</summary>
    public void Alive() => Tell("WATCHDOG=1");

    /// <inheritdoc/>
    public void Dispose() => _socket?.Dispose();

    private void Tell(string message)
    {
        if (_socket is null)
            return;
        try
        {
            _socket.SendTo(Encoding.UTF8.GetBytes(message), _manager!);
        }
        catch (SocketException e)
        {
            HostLog.ManagerUnreachable(_logger, e.Message);
        }
    }

    // sd_watchdog_enabled(3): the interval is meant for one process only where that is named.
    private static TimeSpan? WatchdogOf(Func<string, string?> environment)
    {
        var isOurs = environment("WATCHDOG_PID") is not { Length: > 0 } process
            || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var isGiven = long.TryParse(
            environment("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds);
        return isOurs && isGiven && microseconds > 0 && microseconds <= TimeSpan.MaxValue.Ticks / 10
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

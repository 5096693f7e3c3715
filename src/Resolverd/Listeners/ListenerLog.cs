using Microsoft.Extensions.Logging;
using Resolver.Ports;

namespace Resolverd.Listeners;

/// <summary>What listeners say. Event ids 1200–1299; an id keeps its meaning for ever.</summary>
internal static partial class ListenerLog
{
    /// <summary>An address is listened to.</summary>
    [LoggerMessage(1200, LogLevel.Information, "listening on {Transport} {Address} with {Sockets} socket(s)")]
    public static partial void Listening(ILogger logger, string transport, ServerAddress address, int sockets);

    /// <summary>The system gave less room for packets than was asked for.</summary>
    [LoggerMessage(1201, LogLevel.Warning,
        "{Address}: the system grants a receive buffer of {Granted} bytes, {Asked} were asked for (net.core.rmem_max)")]
    public static partial void SmallBuffer(ILogger logger, ServerAddress address, int granted, int asked);

    /// <summary>Accepting connections failed; it is tried again.</summary>
    [LoggerMessage(1210, LogLevel.Warning, "{Address}: a connection cannot be accepted: {Reason}")]
    public static partial void AcceptFailed(ILogger logger, ServerAddress address, string reason);
}

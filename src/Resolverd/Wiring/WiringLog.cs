using Microsoft.Extensions.Logging;
using Resolver.Ports;

namespace Resolverd.Wiring;

/// <summary>What the daemon says while it is put together. Event ids are stable.</summary>
internal static partial class WiringLog
{
    /// <summary>What happened to an address.</summary>
    [LoggerMessage(301, LogLevel.Warning, "{Key}: {Address} is left out: {Reason}")]
    public static partial void Skipped(ILogger logger, string key, ServerAddress address, string reason);
}

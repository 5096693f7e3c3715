using Microsoft.Extensions.Logging;

namespace Resolverd.Workers;

/// <summary>What workers say. Event ids 1100–1199; an id keeps its meaning for ever.</summary>
internal static partial class WorkerLog
{
    /// <summary>Something broke that nobody expected; the worker goes on.</summary>
    [LoggerMessage(1100, LogLevel.Error, "{Worker}: a piece of work failed and was given up; the worker goes on")]
    public static partial void Fault(ILogger logger, Exception exception, string worker);

    /// <summary>Faults that were counted but not logged one by one.</summary>
    [LoggerMessage(1101, LogLevel.Error, "{Count} more pieces of work failed within {Seconds} s")]
    public static partial void MoreFaults(ILogger logger, long count, int seconds);
}

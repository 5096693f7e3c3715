using Microsoft.Extensions.Logging;

namespace Resolverd.Hosting.Logging;

/// <summary>One category's logger.</summary>
internal sealed class LineLogger(string category, LineLoggerProvider provider) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= provider.Level && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        provider.Write(new LogLine
        {
            Time = DateTimeOffset.UtcNow,
            Level = logLevel,
            Event = eventId,
            Category = category,
            Message = formatter(state, exception),
            Fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [],
            Exception = exception,
        });
    }
}

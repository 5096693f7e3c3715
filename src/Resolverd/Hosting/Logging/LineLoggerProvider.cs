using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Resolverd.Hosting.Logging;

/// <summary>Loggers that write one line per message. The level can be changed while running.</summary>
internal sealed class LineLoggerProvider(LogQueue queue, LineFormat format, LogLevel level) : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, LineLogger> _loggers = new(StringComparer.Ordinal);

    /// <summary>How messages look. Can be changed while running.</summary>
    public LineFormat Format { get; set; } = format;

    /// <summary>The least important messages that are written.</summary>
    public LogLevel Level { get; set; } = level;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) =>
        _loggers.GetOrAdd(categoryName, name => new LineLogger(name, this));

    /// <summary>Formats a message and hands it to the queue.</summary>
    public void Write(in LogLine line) => queue.Add(Format.Format(line));

    /// <inheritdoc/>
    public void Dispose() => queue.Dispose();
}

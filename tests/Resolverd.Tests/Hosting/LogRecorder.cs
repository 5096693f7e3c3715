using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Resolverd.Tests.Hosting;

/// <summary>A logger that remembers.</summary>
internal sealed class LogRecorder : ILogger
{
    private readonly ConcurrentQueue<(int Event, string Message)> _lines = new();

    public IEnumerable<int> Events => _lines.Select(line => line.Event);

    public IEnumerable<string> Messages => _lines.Select(line => line.Message);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((eventId.Id, formatter(state, exception)));
}

using Microsoft.Extensions.Logging;

namespace Resolverd.Hosting.Logging;

/// <summary>A message with everything about it that may be shown.</summary>
internal readonly record struct LogLine
{
    /// <summary>When it was written, by the machine's own clock even where a test has moved ours.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How important it is.</summary>
    public required LogLevel Level { get; init; }

    /// <summary>What happened, as a number that keeps its meaning.</summary>
    public required EventId Event { get; init; }

    /// <summary>Which part of the program says so.</summary>
    public required string Category { get; init; }

    /// <summary>The sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The values in the sentence, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, object?>> Fields { get; init; }

    /// <summary>A fault of the program, where there is one.</summary>
    public required Exception? Exception { get; init; }
}

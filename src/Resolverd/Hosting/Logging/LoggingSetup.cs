using Microsoft.Extensions.Logging;
using Resolverd.Configuration.Model;

namespace Resolverd.Hosting.Logging;

/// <summary>Logging as the settings want it.</summary>
internal static class LoggingSetup
{
    /// <summary>
    /// Lets everything of ours through to the provider, which knows the level; of the framework, warnings. Why the host
    /// cannot start is told by whoever started it, in one line and without a stack.
    /// </summary>
    public static LoggerFilterOptions Filter { get; } = new()
    {
        MinLevel = LogLevel.Trace,
        Rules =
        {
            new LoggerFilterRule(null, "Microsoft", LogLevel.Warning, null),
            new LoggerFilterRule(null, "Microsoft.Extensions.Hosting", LogLevel.None, null),
        },
    };

    /// <summary>A provider that writes to standard error.</summary>
    public static LineLoggerProvider Build(LoggingSettings settings) =>
        new(new LogQueue(Console.OpenStandardError()), FormatOf(settings.Format), LevelOf(settings.Level));

    /// <summary>The part that follows changes of these settings.</summary>
    public static DaemonPart Part(LineLoggerProvider provider, CauseLimiter causes) => new("logging")
    {
        PrepareAsync = (next, _) => ValueTask.FromResult(
            new PartChange(() => Apply(next.Logging, provider, causes), () => { })),
    };

    private static void Apply(LoggingSettings settings, LineLoggerProvider provider, CauseLimiter causes)
    {
        provider.Level = LevelOf(settings.Level);
        provider.Format = FormatOf(settings.Format);
        causes.PerMinute = settings.MaxPerCause;
    }

    private static LineFormat FormatOf(LogFormat format)
    {
        // systemd.exec(5): set where standard error goes to the journal; inherited by a shell whose error does not.
        var isJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 }
            && Console.IsErrorRedirected;
        return format == LogFormat.Json ? LineFormat.Json : isJournal ? LineFormat.Journal : LineFormat.Plain;
    }

    private static LogLevel LevelOf(LogLevelChoice level) => level switch
    {
        LogLevelChoice.Error => LogLevel.Error,
        LogLevelChoice.Warning => LogLevel.Warning,
        LogLevelChoice.Debug => LogLevel.Debug,
        _ => LogLevel.Information,
    };
}

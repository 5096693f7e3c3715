using Microsoft.Extensions.Logging;

namespace Resolverd.Hosting;

/// <summary>What the host itself says. Event ids 1000–1099; an id keeps its meaning for ever.</summary>
internal static partial class HostLog
{
    /// <summary>The daemon serves.</summary>
    [LoggerMessage(1000, LogLevel.Information, "resolverd {Version} is running, settings from {Source}")]
    public static partial void Started(ILogger logger, string version, string source);

    /// <summary>A stop was asked for.</summary>
    [LoggerMessage(1001, LogLevel.Information, "stopping: {Reason}")]
    public static partial void Stopping(ILogger logger, string reason);

    /// <summary>All parts have ended.</summary>
    [LoggerMessage(1002, LogLevel.Information, "stopped")]
    public static partial void Stopped(ILogger logger);

    /// <summary>A part did not end in time or failed while ending.</summary>
    [LoggerMessage(1003, LogLevel.Warning, "{Part} did not stop cleanly: {Reason}")]
    public static partial void StoppedBadly(ILogger logger, string part, string reason);

    /// <summary>New settings apply.</summary>
    [LoggerMessage(1010, LogLevel.Information, "settings read again from {Source}")]
    public static partial void Reloaded(ILogger logger, string source);

    /// <summary>New settings were wrong; the old ones still apply.</summary>
    [LoggerMessage(1011, LogLevel.Error, "reload refused, nothing was changed: {Problem}")]
    public static partial void ReloadRefused(ILogger logger, string problem);

    /// <summary>The program failed while it moved to new settings.</summary>
    [LoggerMessage(1012, LogLevel.Critical,
        "a fault of the program during a reload; restart to be sure of the settings")]
    public static partial void ReloadFailed(ILogger logger, Exception fault);

    /// <summary>The clock is a test's.</summary>
    [LoggerMessage(1020, LogLevel.Critical,
        "TESTING IS ENABLED: the clock follows {Path}, signatures and lifetimes mean nothing on this machine")]
    public static partial void ClockFollowsFile(ILogger logger, string path);

    /// <summary>A test moved the clock.</summary>
    [LoggerMessage(1021, LogLevel.Warning, "TESTING: the clock is moved by {Seconds} s")]
    public static partial void ClockMoved(ILogger logger, double seconds);

    /// <summary>A test wrote something that is no number.</summary>
    [LoggerMessage(1022, LogLevel.Error, "TESTING: {Path} holds {Text}; allowed: a number of seconds")]
    public static partial void ClockOffsetUnreadable(ILogger logger, string path, string text);

    /// <summary>Testing is on.</summary>
    [LoggerMessage(1023, LogLevel.Critical, "TESTING IS ENABLED: this daemon is not for people to depend on")]
    public static partial void TestingEnabled(ILogger logger);

    /// <summary>The service manager could not be told.</summary>
    [LoggerMessage(1030, LogLevel.Warning, "the service manager cannot be reached: {Reason}")]
    public static partial void ManagerUnreachable(ILogger logger, string reason);

    /// <summary>A query to ourselves got no answer; the watchdog is not told that all is well.</summary>
    [LoggerMessage(1031, LogLevel.Error,
        "a query to ourselves got no answer within {Seconds} s; the watchdog is not fed")]
    public static partial void SelfQueryFailed(ILogger logger, double seconds);

    /// <summary>The folder for the daemon's own files cannot be used.</summary>
    [LoggerMessage(1040, LogLevel.Warning,
        "the state folder {Path} cannot be used, nothing is kept across restarts: {Reason}")]
    public static partial void NoStateFolder(ILogger logger, string path, string reason);
}

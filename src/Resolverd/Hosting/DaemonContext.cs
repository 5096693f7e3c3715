using Microsoft.Extensions.Logging;
using Resolver.Ports;
using Resolverd.Configuration;
using Resolverd.Configuration.Model;
using Resolverd.Hosting.Logging;

namespace Resolverd.Hosting;

/// <summary>What the world supplies for building a daemon.</summary>
internal sealed record DaemonContext
{
    /// <summary>The settings that apply, with their origins.</summary>
    public required LoadedSettings Loaded { get; init; }

    /// <summary>The settings themselves.</summary>
    public Settings Settings => Loaded.Settings!;

    /// <summary>Time.</summary>
    public required Clock Clock { get; init; }

    /// <summary>Chance.</summary>
    public required Entropy Entropy { get; init; }

    /// <summary>Where messages go.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Keeps recurring causes from filling the log; shared, so that a cause has one allowance.</summary>
    public required CauseLimiter Causes { get; init; }

    /// <summary>The folder for the daemon's own files; nothing where it cannot be used.</summary>
    public required string? StateFolder { get; init; }
}

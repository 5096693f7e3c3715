using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Resolverd.Commands;
using Resolverd.Configuration;
using Resolverd.Hosting.Logging;
using Resolverd.Hosting.Systemd;

namespace Resolverd.Hosting;

/// <summary>
/// Runs a daemon as a process: settings, logging, clock, signals, the service manager, the exit code.
/// </summary>
internal static class DaemonHost
{
    /// <summary>What is under way when a stop is asked for may take this long.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(5);

    /// <summary>Runs until a signal or the token stops it. What cannot start is told in one line.</summary>
    public static async Task<ExitCode> RunAsync(
        SettingsSource source,
        Func<DaemonContext, DaemonPlan> compose,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        var loaded = SettingsLoader.Load(source);
        if (loaded.Settings is null)
        {
            ConfigurationReport.Write(error, loaded);
            return ExitCode.Configuration;
        }

        try
        {
            return await RunAsync(source, loaded, compose, cancellationToken);
        }
        catch (DaemonException e)
        {
            await error.WriteLineAsync($"resolverd cannot start: {e.Message}");
            return e.Code;
        }
    }

    private static async Task<ExitCode> RunAsync(
        SettingsSource source,
        LoadedSettings loaded,
        Func<DaemonContext, DaemonPlan> compose,
        CancellationToken cancellationToken)
    {
        var settings = loaded.Settings!;
        using var provider = LoggingSetup.Build(settings.Logging);
        using var loggers = new LoggerFactory([provider], LoggingSetup.Filter);
        var logger = loggers.CreateLogger<Daemon>();
        var causes = new CauseLimiter(settings.Logging.MaxPerCause, TimeProvider.System);
        var offset = new ClockOffset();
        using var following = TestingClock.Follow(settings.Testing, offset, logger);

        var plan = compose(new DaemonContext
        {
            Loaded = loaded,
            Clock = new SystemClock(offset),
            Entropy = new SystemEntropy(),
            Loggers = loggers,
            Causes = causes,
            StateFolder = StateFolder.Open(loaded, logger),
        });
        plan = plan with { Parts = [LoggingSetup.Part(provider, causes), .. plan.Parts] };
        using var manager = ServiceManager.FromEnvironment(Environment.GetEnvironmentVariable, logger);
        using var service = new DaemonService(
            new Daemon(plan, logger), source, loaded, manager, causes, logger);
        using var host = Build(service, loggers);
        await host.StartAsync(cancellationToken);
        await host.WaitForShutdownAsync(cancellationToken);
        return service.IsStoppedCleanly ? ExitCode.Ok : ExitCode.StoppedLate;
    }

    private static IHost Build(DaemonService service, ILoggerFactory loggers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = DrainTime);
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(service);
        builder.Services.AddSingleton<IHostLifetime, SignalLifetime>();
        builder.Services.AddSingleton<IHostedService>(service);
        return builder.Build();
    }
}

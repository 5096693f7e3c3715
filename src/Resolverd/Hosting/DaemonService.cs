using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Resolverd.Commands;
using Resolverd.Configuration;
using Resolverd.Hosting.Logging;
using Resolverd.Hosting.Systemd;

namespace Resolverd.Hosting;

/// <summary>Runs a daemon under the host: start, watchdog, reloads one at a time, stop.</summary>
internal sealed class DaemonService(
    Daemon daemon,
    SettingsSource source,
    LoadedSettings loaded,
    ServiceManager manager,
    CauseLimiter causes,
    ILogger logger) : IHostedService, IDisposable
{
    // One request may wait while another is served: it will read what is newest.
    private readonly Channel<bool> _reloads = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _stop = new();
    private LoadedSettings _current = loaded;
    private Task _background = Task.CompletedTask;

    /// <summary>Why the daemon stops, for the log.</summary>
    public string StopReason { get; set; } = "asked to";

    /// <summary>Whether every part ended in time.</summary>
    public bool IsStoppedCleanly { get; private set; } = true;

    /// <summary>Has the settings read again, soon.</summary>
    public void RequestReload() => _reloads.Writer.TryWrite(true);

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await daemon.StartAsync(cancellationToken);
        var watchdog = new Watchdog(manager, TimeProvider.System, causes, logger);
        _background = Task.WhenAll(
            watchdog.RunAsync(daemon.SelfQueryAsync, _stop.Token),
            Task.Run(() => ObeyReloadsAsync(_stop.Token), CancellationToken.None));
        HostLog.Started(logger, VersionCommand.Version, source.Name);
        manager.Ready("running");
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        HostLog.Stopping(logger, StopReason);
        manager.Stopping();
        _reloads.Writer.TryComplete();
        await _stop.CancelAsync();
        await _background;
        IsStoppedCleanly = await daemon.StopAsync(cancellationToken);
        HostLog.Stopped(logger);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private async Task ObeyReloadsAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in _reloads.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (cancellationToken.IsCancellationRequested)
                return;
            manager.Reloading();
            manager.Ready(await ReloadAsync(cancellationToken));
        }
    }

    // Returns the status line: an operator who looks after a reload must see that it was refused.
    private async Task<string> ReloadAsync(CancellationToken cancellationToken)
    {
        var next = SettingsLoader.Load(source);
        var problems = next.Settings is null
            ? [.. next.Problems.Select(problem => problem.ToString())]
            : next.WhatNeedsRestart(_current).ToList();
        foreach (var problem in problems)
            HostLog.ReloadRefused(logger, problem);
        if (problems.Count > 0)
            return $"running with the old settings; errors in {source.Name}: {problems.Count}";

        try
        {
            await daemon.ReloadAsync(next.Settings!, cancellationToken);
            _current = next;
            HostLog.Reloaded(logger, source.Name);
            return "running";
        }
        catch (Exception e) when (e is DaemonException or OperationCanceledException)
        {
            HostLog.ReloadRefused(logger, e.Message);
            return $"running with the old settings: {e.Message}";
        }
        catch (Exception e)
        {
            // A fault in one reload must not end the hearing of the next.
            HostLog.ReloadFailed(logger, e);
            return "a reload failed; the log says why";
        }
    }
}

using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Resolverd.Hosting;

/// <summary>
/// Obeys signals: SIGTERM, SIGINT and SIGQUIT stop the daemon in good order, SIGHUP has the settings read again. A
/// second SIGINT ends the process at once, for whoever holds down Ctrl-C.
/// </summary>
internal sealed class SignalLifetime(IHostApplicationLifetime application, DaemonService service)
    : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _stops;

    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT })
            _registrations.Add(PosixSignalRegistration.Create(signal, Stop));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, Reload));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Stop(PosixSignalContext context)
    {
        var isImpatient = Interlocked.Increment(ref _stops) > 1 && context.Signal == PosixSignal.SIGINT;
        context.Cancel = !isImpatient;
        service.StopReason = context.Signal.ToString();
        application.StopApplication();
    }

    private void Reload(PosixSignalContext context)
    {
        context.Cancel = true;
        service.RequestReload();
    }
}

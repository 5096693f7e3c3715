using Resolverd.Configuration;
using Resolverd.Hosting;
using Resolverd.Hosting.Logging;
using Resolverd.Hosting.Systemd;

namespace Resolverd.Tests.Hosting;

public sealed class DaemonServiceTests
{
    private readonly LogRecorder _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fault_in_one_reload_does_not_end_the_hearing_of_the_next()
    {
        using var socket = NotifySocket.Abstract();
        using var manager = ServiceManager.FromEnvironment(
            name => name == "NOTIFY_SOCKET" ? socket.Address : null, _log);
        var reloads = 0;
        var part = new DaemonPart("faulty")
        {
            PrepareAsync = (_, _) => ++reloads == 1
                ? throw new InvalidOperationException("fault")
                : ValueTask.FromResult(PartChange.None),
        };
        using var service = Service(part, manager);
        await service.StartAsync(Token);
        Assert.Equal(["READY=1", "STATUS=running"], socket.Receive());

        service.RequestReload();
        Assert.Equal("RELOADING=1", socket.Receive()[0]);
        Assert.Equal(["READY=1", "STATUS=a reload failed; the log says why"], socket.Receive());
        service.RequestReload();
        Assert.Equal("RELOADING=1", socket.Receive()[0]);
        Assert.Equal(["READY=1", "STATUS=running"], socket.Receive());

        await service.StopAsync(Token);
        Assert.Equal([1000, 1012, 1010, 1001, 1002], _log.Events);
    }

    [Fact]
    public async Task A_service_whose_part_ends_late_says_so()
    {
        using var manager = ServiceManager.FromEnvironment(_ => null, _log);
        using var deadline = new CancellationTokenSource();
        var part = new DaemonPart("late")
        {
            StopAsync = async _ =>
            {
                await deadline.CancelAsync();
                await new TaskCompletionSource().Task;
            },
        };
        using var service = Service(part, manager);
        await service.StartAsync(Token);

        await service.StopAsync(deadline.Token);

        Assert.False(service.IsStoppedCleanly);
        Assert.Contains(1003, _log.Events);
    }

    private DaemonService Service(DaemonPart part, ServiceManager manager)
    {
        var plan = new DaemonPlan { Parts = [part], SelfQueryAsync = _ => ValueTask.FromResult(true) };
        var source = SettingsSource.BuiltIn;
        var causes = new CauseLimiter(perMinute: 10, TimeProvider.System);
        return new DaemonService(
            new Daemon(plan, _log), source, SettingsLoader.Load(source), manager, causes, _log);
    }
}

using System.Globalization;
using Resolverd.Hosting.Systemd;

namespace Resolverd.Tests.Hosting;

public sealed class ServiceManagerTests
{
    private readonly LogRecorder _log = new();

    [Fact]
    public void The_manager_hears_ready_with_a_status_line()
    {
        using var socket = NotifySocket.InFolder();
        using var manager = Manager(("NOTIFY_SOCKET", socket.Address));

        manager.Ready("running,\nall is well");

        Assert.Equal(["READY=1", "STATUS=running, all is well"], socket.Receive());
    }

    [Fact]
    public void An_abstract_address_is_reached_too()
    {
        using var socket = NotifySocket.Abstract();
        using var manager = Manager(("NOTIFY_SOCKET", socket.Address));

        manager.Stopping();

        Assert.Equal(["STOPPING=1", "STATUS=stopping"], socket.Receive());
    }

    [Fact]
    public void A_reload_carries_the_monotonic_time_that_the_manager_counts_in()
    {
        using var socket = NotifySocket.InFolder();
        using var manager = Manager(("NOTIFY_SOCKET", socket.Address));
        var before = MonotonicMicroseconds();

        manager.Reloading();

        var message = socket.Receive();
        Assert.Equal("RELOADING=1", message[0]);
        Assert.StartsWith("MONOTONIC_USEC=", message[1]);
        var told = long.Parse(message[1].Split('=')[1], CultureInfo.InvariantCulture);
        Assert.InRange(told, before, MonotonicMicroseconds());
    }

    [Fact]
    public void Status_and_signs_of_life_are_single_lines()
    {
        using var socket = NotifySocket.InFolder();
        using var manager = Manager(("NOTIFY_SOCKET", socket.Address));

        manager.Status("a\r\nREADY=1");
        manager.Alive();

        Assert.Equal(["STATUS=a READY=1"], socket.Receive());
        Assert.Equal(["WATCHDOG=1"], socket.Receive());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vsock:2:1234")]
    [InlineData("notify")]
    public void Without_a_socket_of_ours_nothing_is_told(string? address)
    {
        using var manager = Manager(("NOTIFY_SOCKET", address));

        manager.Ready("running");

        Assert.Empty(_log.Events);
    }

    [Fact]
    public void A_manager_that_is_gone_is_logged_and_endured()
    {
        using var manager = Manager(("NOTIFY_SOCKET", "/nowhere/notify"));

        manager.Alive();

        Assert.Equal([1030], _log.Events);
    }

    [Fact]
    public void An_address_too_long_for_a_socket_is_logged_and_endured()
    {
        using var manager = Manager(("NOTIFY_SOCKET", "/" + new string('x', 200)));

        manager.Alive();

        Assert.Equal([1030], _log.Events);
    }

    [Theory]
    [InlineData("30000000", null, 30.0)]
    [InlineData("30000000", "", 30.0)]
    [InlineData("30000000", "self", 30.0)]
    [InlineData("30000000", "1", null)]
    [InlineData("1", null, 0.000001)]
    [InlineData("0", null, null)]
    [InlineData("-5", null, null)]
    [InlineData("soon", null, null)]
    [InlineData("99999999999999999999", null, null)]
    [InlineData(null, null, null)]
    public void The_watchdog_is_on_if_this_process_is_given_an_interval(string? interval, string? pid, double? seconds)
    {
        var process = pid == "self" ? Environment.ProcessId.ToString(CultureInfo.InvariantCulture) : pid;

        using var manager = Manager(("WATCHDOG_USEC", interval), ("WATCHDOG_PID", process));

        Assert.Equal(seconds, manager.WatchdogInterval?.TotalSeconds);
    }

    private ServiceManager Manager(params (string Name, string? Value)[] environment) =>
        ServiceManager.FromEnvironment(
            name => environment.FirstOrDefault(variable => variable.Name == name).Value, _log);

    private static long MonotonicMicroseconds() => System.Diagnostics.Stopwatch.GetTimestamp() / 1000;
}

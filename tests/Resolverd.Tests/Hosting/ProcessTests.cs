using Resolverd.Tests.Configuration;

namespace Resolverd.Tests.Hosting;

/// <summary>The daemon from the outside: signals, the service manager, exit codes.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void A_daemon_tells_its_manager_of_its_whole_life()
    {
        using var file = new SettingsFile("");
        File.WriteAllText(file.Path, $"state-dir: {file.Folder}/state\n");
        using var socket = NotifySocket.InFolder();
        using var daemon = DaemonProcess.Start(
            ["--config", file.Path], ("NOTIFY_SOCKET", socket.Address), ("WATCHDOG_USEC", "3600000000"));

        var messages = new[] { socket.Receive(), socket.Receive() };
        Assert.Contains(messages, message => message is ["WATCHDOG=1"]);
        Assert.Contains(messages, message => message is ["READY=1", "STATUS=running"]);

        daemon.Signal("HUP");
        Assert.Equal("RELOADING=1", socket.Receive()[0]);
        Assert.Equal(["READY=1", "STATUS=running"], socket.Receive());

        daemon.Signal("TERM");
        Assert.Equal("STOPPING=1", socket.Receive()[0]);
        Assert.Equal(0, daemon.WaitForEnd().Code);
        Assert.True(Directory.Exists(Path.Combine(file.Folder, "state")));
    }

    [Fact]
    public void A_reload_with_errors_changes_nothing_and_says_where_they_are()
    {
        using var file = new SettingsFile("");
        File.WriteAllText(file.Path, $"state-dir: {file.Folder}\n");
        using var socket = NotifySocket.Abstract();
        using var daemon = DaemonProcess.Start(["--config", file.Path], ("NOTIFY_SOCKET", socket.Address));
        Assert.Equal("READY=1", socket.Receive()[0]);

        File.AppendAllText(file.Path, "logging:\n  level: loud\n");
        daemon.Signal("HUP");
        Assert.Equal("RELOADING=1", socket.Receive()[0]);
        Assert.Equal(["READY=1", $"STATUS=running with the old settings; errors in {file.Path}: 1"], socket.Receive());
        Assert.Contains($"{file.Path}:3:10: logging.level: found 'loud'", daemon.WaitForEvent(1011));

        File.WriteAllText(file.Path, $"state-dir: {file.Folder}\nlogging:\n  level: debug\n");
        daemon.Signal("HUP");
        Assert.Contains("settings read again", daemon.WaitForEvent(1010));
        daemon.Signal("TERM");
        Assert.Equal(0, daemon.WaitForEnd().Code);
    }

    [Fact]
    public void A_reload_that_takes_a_restart_is_refused_and_names_the_key()
    {
        using var file = new SettingsFile("");
        File.WriteAllText(file.Path, $"state-dir: {file.Folder}\n");
        using var daemon = DaemonProcess.Start(["--config", file.Path]);
        daemon.WaitForEvent(1000);

        File.WriteAllText(file.Path, $"state-dir: {file.Folder}/other\nlogging:\n  format: json\n");
        daemon.Signal("HUP");
        Assert.EndsWith(
            $"state-dir is {file.Folder} and would become {file.Folder}/other ({file.Path}:1), which takes a restart",
            daemon.WaitForEvent(1011));

        File.WriteAllText(file.Path, $"state-dir: {file.Folder}\nlogging:\n  level: debug\n");
        daemon.Signal("HUP");
        daemon.WaitForEvent(1010);
        daemon.Signal("TERM");
        Assert.Equal(0, daemon.WaitForEnd().Code);
    }

    [Fact]
    public void A_daemon_with_broken_settings_does_not_start()
    {
        using var file = new SettingsFile("logging:\n  level: loud\n");
        using var daemon = DaemonProcess.Start(["run", "--config", file.Path]);

        var (code, output, error) = daemon.WaitForEnd();

        Assert.Equal((3, ""), (code, output));
        Assert.Equal(
            $"{file.Path}:2:10: logging.level: found 'loud'; allowed: error, warning, info or debug\n"
            + "1 error in the configuration; nothing was started.\n",
            error);
    }

    [Fact]
    public void What_the_world_refuses_is_told_in_one_line_without_a_stack()
    {
        using var file = new SettingsFile("");
        using var daemon = DaemonProcess.Start(["run", "--set", $"state-dir={file.Path}"]);

        var (code, _, error) = daemon.WaitForEnd();

        Assert.Equal(5, code);
        Assert.StartsWith($"resolverd cannot start: state-dir {file.Path} cannot be used: ", error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_moved_clock_is_shouted_about()
    {
        using var file = new SettingsFile("86400\n", "clock");
        using var daemon = DaemonProcess.Start(
        [
            "--set", $"state-dir={file.Folder}", "--set", "testing.enabled=true",
            "--set", $"testing.clock-offset-file={file.Path}",
        ]);

        Assert.Contains("alarm", daemon.WaitForEvent(1023));
        Assert.Contains("TESTING IS ENABLED", daemon.WaitForEvent(1020));
        Assert.EndsWith("TESTING: the clock is moved by 86400 s", daemon.WaitForEvent(1021));
        daemon.WaitForEvent(1000);
        daemon.Signal("TERM");
        Assert.Equal(0, daemon.WaitForEnd().Code);
    }
}

using System.Text.RegularExpressions;
using Resolverd.Commands;
using Resolverd.Configuration;
using Resolverd.Hosting;
using Resolverd.Hosting.Systemd;
using Resolverd.Tests.Configuration;

namespace Resolverd.Tests.Packaging;

public sealed partial class PackagingTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "Resolverd", "Packaging");

    private static readonly UnitFile Unit = UnitFile.Read(Path.Combine(Folder, "resolverd.service"));

    [Fact]
    public void The_unit_starts_the_daemon_with_the_default_file_and_speaks_its_protocol()
    {
        Assert.Equal(["Unit", "Service", "Install"], Unit.Sections);
        Assert.Equal(["notify-reload"], Unit.Service("Type"));
        Assert.Equal(["main"], Unit.Service("NotifyAccess"));
        Assert.Equal(
            [$"/usr/lib/resolverd/resolverd run --config {SettingsSource.DefaultPath}"], Unit.Service("ExecStart"));
    }

    [Fact]
    public void An_older_systemd_gets_a_type_it_knows_and_a_way_to_reload()
    {
        var older = UnitFile.Read(Path.Combine(Folder, "before-253.conf"));

        Assert.Equal(["notify"], older.Service("Type"));
        Assert.Equal(["/bin/kill -HUP $MAINPID"], older.Service("ExecReload"));
    }

    [Fact]
    public void The_unit_waits_longer_for_the_stop_than_the_daemon_takes()
    {
        var patience = int.Parse(Assert.Single(Unit.Service("TimeoutStopSec")).TrimEnd('s'));

        Assert.True(patience > DaemonHost.DrainTime.TotalSeconds);
    }

    [Fact]
    public void The_watchdog_allows_more_than_one_lost_answer()
    {
        Assert.Equal(["30s"], Unit.Service("WatchdogSec"));
        Assert.InRange(Watchdog.ChecksPerInterval, 2, 10);
    }

    [Fact]
    public void What_a_restart_cannot_mend_is_not_restarted() =>
        Assert.Equal(
            [$"{(int)ExitCode.Usage} {(int)ExitCode.Configuration}"], Unit.Service("RestartPreventExitStatus"));

    [Theory]
    [InlineData("AmbientCapabilities")]
    [InlineData("CapabilityBoundingSet")]
    public void The_daemon_may_bind_low_ports_and_nothing_else(string key) =>
        Assert.Equal(["CAP_NET_BIND_SERVICE"], Unit.Service(key));

    [Theory]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("PrivateTmp", "yes")]
    [InlineData("PrivateDevices", "yes")]
    [InlineData("ProtectKernelTunables", "yes")]
    [InlineData("ProtectKernelModules", "yes")]
    [InlineData("ProtectKernelLogs", "yes")]
    [InlineData("ProtectControlGroups", "yes")]
    [InlineData("ProtectClock", "yes")]
    [InlineData("ProtectHostname", "yes")]
    [InlineData("ProtectProc", "invisible")]
    [InlineData("ProcSubset", "pid")]
    [InlineData("LockPersonality", "yes")]
    [InlineData("RestrictNamespaces", "yes")]
    [InlineData("RestrictRealtime", "yes")]
    [InlineData("RestrictSUIDSGID", "yes")]
    [InlineData("RestrictAddressFamilies", "AF_INET AF_INET6 AF_UNIX")]
    [InlineData("RemoveIPC", "yes")]
    [InlineData("SystemCallArchitectures", "native")]
    [InlineData("UMask", "0077")]
    [InlineData("User", "resolverd")]
    [InlineData("StateDirectory", "resolverd")]
    [InlineData("RuntimeDirectory", "resolverd")]
    public void The_unit_takes_away_what_the_daemon_does_not_need(string key, string value) =>
        Assert.Equal([value], Unit.Service(key));

    [Fact]
    public void The_runtime_can_write_the_code_it_runs_and_make_the_calls_it_needs()
    {
        Assert.Empty(Unit.Service("MemoryDenyWriteExecute"));
        Assert.Empty(Unit.Service("PrivateUsers"));
        Assert.Equal(["@system-service", "~@privileged @keyring"], Unit.Service("SystemCallFilter"));
    }

    [Fact]
    public void The_folders_of_the_unit_are_those_of_the_default_settings()
    {
        var settings = SettingsLoader.Load(SettingsSource.BuiltIn).Settings!;

        Assert.Equal("/var/lib/" + Unit.Service("StateDirectory")[0], settings.StateDir);
        Assert.StartsWith("/run/" + Unit.Service("RuntimeDirectory")[0] + "/", settings.Control.Socket);
    }

    [Fact]
    public void The_user_of_the_unit_is_the_one_that_is_made()
    {
        var line = File.ReadAllLines(Path.Combine(Folder, "resolverd.sysusers")).Single(line => line[0] != '#');

        Assert.StartsWith($"u {Unit.Service("User")[0]} - \"", line);
        Assert.EndsWith("/var/lib/resolverd /usr/sbin/nologin", line);
    }

    [Fact]
    public void The_default_file_is_right_as_shipped()
    {
        var loaded = SettingsLoader.Load(new SettingsSource(Path.Combine(Folder, "resolverd.yaml"), []));

        Assert.Empty(loaded.Problems);
    }

    [Fact]
    public void The_default_file_is_right_with_every_line_taken_into_use()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "resolverd.yaml"));
        using var file = new SettingsFile(Example().Replace(text, ""));

        var loaded = file.Load();

        Assert.Empty(loaded.Problems);
        Assert.True(loaded.IsGiven("listen.udp"));
        Assert.True(loaded.IsGiven("logging.format"));
    }

    [Fact]
    public void The_container_runs_as_nobody_special_and_stops_by_the_signal_that_drains()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "Containerfile"));

        Assert.Contains("USER resolverd", lines);
        Assert.Contains("STOPSIGNAL SIGTERM", lines);
        Assert.Contains("ENTRYPOINT [\"/usr/lib/resolverd/resolverd\"]", lines);
        Assert.All(lines.Where(line => line.StartsWith("FROM ")), line => Assert.Contains("${", line));
    }

    [Fact]
    public void The_package_keeps_the_settings_of_the_operator()
    {
        Assert.Equal([SettingsSource.DefaultPath], File.ReadAllLines(Path.Combine(Folder, "debian", "conffiles")));
        Assert.Contains("Package: resolverd", File.ReadAllLines(Path.Combine(Folder, "debian", "control")));
    }

    [GeneratedRegex("^#(?! |$)|^#(?=  )", RegexOptions.Multiline)]
    private static partial Regex Example();
}

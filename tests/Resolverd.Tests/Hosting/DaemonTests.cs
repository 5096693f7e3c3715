using Resolverd.Commands;
using Resolverd.Configuration;
using Resolverd.Configuration.Model;
using Resolverd.Hosting;

namespace Resolverd.Tests.Hosting;

public sealed class DaemonTests
{
    private readonly List<string> _events = [];
    private readonly LogRecorder _log = new();

    private static Settings Settings { get; } = SettingsLoader.Load(SettingsSource.BuiltIn).Settings!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_start_in_order_and_stop_in_reverse()
    {
        var daemon = Daemon(Part("a"), Part("b"));

        await daemon.StartAsync(Token);
        Assert.True(await daemon.StopAsync(Token));

        Assert.Equal(["start a", "start b", "stop b", "stop a"], _events);
    }

    [Fact]
    public async Task If_a_part_cannot_start_those_before_it_are_stopped()
    {
        var daemon = Daemon(Part("a"), Part("b") with { StartAsync = Refuse }, Part("c"));

        var e = await Assert.ThrowsAsync<DaemonException>(() => daemon.StartAsync(Token));

        Assert.Equal(ExitCode.CannotListen, e.Code);
        Assert.Equal(["start a", "stop a"], _events);
    }

    [Fact]
    public async Task Parts_change_together()
    {
        var daemon = Daemon(Part("a"), Part("b"));

        await daemon.ReloadAsync(Settings, Token);

        Assert.Equal(["prepare a", "prepare b", "commit a", "commit b"], _events);
    }

    [Fact]
    public async Task If_a_part_cannot_change_none_does()
    {
        var refusing = Part("b") with { PrepareAsync = (_, _) => throw Refusal() };
        var daemon = Daemon(Part("a"), refusing, Part("c"));

        await Assert.ThrowsAsync<DaemonException>(() => daemon.ReloadAsync(Settings, Token));

        Assert.Equal(["prepare a", "discard a"], _events);
    }

    [Fact]
    public async Task A_part_that_does_not_end_in_time_is_left_behind_and_the_others_still_stop()
    {
        using var deadline = new CancellationTokenSource();
        var stuck = Part("b") with
        {
            StopAsync = async _ =>
            {
                await deadline.CancelAsync();
                await new TaskCompletionSource().Task;
            },
        };
        var daemon = Daemon(Part("a"), stuck);
        await daemon.StartAsync(Token);

        var isClean = await daemon.StopAsync(deadline.Token);

        Assert.False(isClean);
        Assert.Equal(["start a", "start b", "stop a"], _events);
        Assert.Equal("b did not stop cleanly: time is up", _log.Messages.First());
    }

    [Fact]
    public async Task A_daemon_stops_once()
    {
        var daemon = Daemon(Part("a"));
        await daemon.StartAsync(Token);

        await daemon.StopAsync(Token);
        await daemon.StopAsync(Token);

        Assert.Equal(["start a", "stop a"], _events);
    }

    private static DaemonException Refusal() => new(ExitCode.CannotListen, "no");

    private static ValueTask Refuse(CancellationToken cancellationToken) => throw Refusal();

    private Daemon Daemon(params ReadOnlySpan<DaemonPart> parts)
    {
        var plan = new DaemonPlan { Parts = [.. parts], SelfQueryAsync = _ => ValueTask.FromResult(true) };
        return new Daemon(plan, _log);
    }

    private DaemonPart Part(string name) => new(name)
    {
        StartAsync = _ => Note($"start {name}"),
        PrepareAsync = (_, _) =>
        {
            _events.Add($"prepare {name}");
            return ValueTask.FromResult(
                new PartChange(() => _events.Add($"commit {name}"), () => _events.Add($"discard {name}")));
        },
        StopAsync = _ => Note($"stop {name}"),
    };

    private ValueTask Note(string text)
    {
        _events.Add(text);
        return ValueTask.CompletedTask;
    }
}

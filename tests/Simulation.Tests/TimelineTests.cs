using Simulation.Time;
using Xunit;

namespace Simulation.Tests;

public sealed class TimelineTests
{
    [Fact]
    public void Events_happen_by_time_and_then_in_the_order_they_were_made()
    {
        var time = new Timeline();
        List<string> happened = [];

        time.After(20, () => happened.Add("c"));
        time.After(10, () => happened.Add("a"));
        time.After(10, () => happened.Add("b"));
        time.RunUntil(TimeSpan.FromMilliseconds(30).Ticks);

        Assert.Equal(["a", "b", "c"], happened);
        Assert.Equal(30, time.NowMs);
    }

    [Fact]
    public void What_is_awaited_comes_back_on_the_timeline_at_its_virtual_time()
    {
        var time = new Timeline();
        var clock = new SimulatedClock(time, 0);

        var slept = time.Enter(() => SleepAsync(clock));
        var isDone = time.Run(() => slept.IsCompleted, TimeSpan.FromHours(1).Ticks);

        Assert.True(isDone);
        Assert.Equal(TimeSpan.FromMinutes(10).Ticks, time.Now);
    }

    [Fact]
    public void A_wait_that_nothing_can_end_is_seen_at_once()
    {
        var time = new Timeline();

        var isDone = time.Run(() => false, TimeSpan.FromHours(1).Ticks);

        Assert.False(isDone);
        Assert.Equal(0, time.Now);
    }

    [Fact]
    public void A_changed_timer_fires_once_and_at_its_new_time()
    {
        var time = new Timeline();
        var clock = new SimulatedClock(time, 0);
        List<double> fired = [];

        using var timer = clock.CreateTimer(_ =>
            fired.Add(time.NowMs), null, TimeSpan.FromMilliseconds(5), Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromMilliseconds(50), Timeout.InfiniteTimeSpan);
        time.RunUntil(TimeSpan.FromSeconds(1).Ticks);

        Assert.Equal([50.0], fired);
    }

    [Fact]
    public void A_jump_moves_both_clocks_and_fires_no_timer()
    {
        var time = new Timeline();
        var clock = new SimulatedClock(time, 0);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        var before = clock.Now;

        clock.Jump(TimeSpan.FromSeconds(100));

        Assert.Equal(0, fired);
        Assert.Equal(100_000, before.Monotonic.MillisecondsUntil(clock.Now.Monotonic));
        Assert.Equal(100, before.Wall.SecondsUntil(clock.Now.Wall));
    }

    [Fact]
    public void A_drifting_wall_clock_leaves_monotonic_time_alone()
    {
        var time = new Timeline();
        var clock = new SimulatedClock(time, 0) { DriftPpm = 1000 };
        var before = clock.Now;

        time.RunUntil(TimeSpan.FromSeconds(1000).Ticks);

        Assert.Equal(1_000_000, before.Monotonic.MillisecondsUntil(clock.Now.Monotonic));
        Assert.Equal(1001, before.Wall.SecondsUntil(clock.Now.Wall));
    }

    private static async Task<int> SleepAsync(SimulatedClock clock)
    {
        for (var i = 0; i < 10; i++)
            await Task.Delay(TimeSpan.FromMinutes(1), clock, TestContext.Current.CancellationToken);
        return 0;
    }
}

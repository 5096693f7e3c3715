using Resolverd.Workers;

namespace Resolverd.Tests.Workers;

public sealed class WorkerTimersTests
{
    [Fact]
    public void Timers_that_were_taken_back_do_not_pile_up()
    {
        var timers = new WorkerTimers(TimeProvider.System, () => { });
        var kept = new WorkerTimer(timers, _ => { }, null);
        kept.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        for (var i = 0; i < 100_000; i++)
        {
            using var timer = new WorkerTimer(timers, _ => { }, null);
            timer.Change(TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        }

        Assert.InRange(timers.Count, 1, 2 * WorkerTimers.MinDeadToSweep + 1);
        Assert.InRange(timers.MillisecondsUntilDue, 1, 3_600_000);
    }

    [Fact]
    public void Without_timers_there_is_nothing_to_wait_for()
    {
        var timers = new WorkerTimers(TimeProvider.System, () => { });

        Assert.Equal(-1, timers.MillisecondsUntilDue);
        Assert.Null(timers.TryTakeDue());
    }

    [Fact]
    public void A_due_timer_is_taken_once()
    {
        var timers = new WorkerTimers(TimeProvider.System, () => { });
        var timer = new WorkerTimer(timers, _ => { }, null);
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        Assert.Same(timer, timers.TryTakeDue());
        Assert.Null(timers.TryTakeDue());
    }

    [Fact]
    public void A_timer_set_again_fires_at_the_new_time_only()
    {
        var timers = new WorkerTimers(TimeProvider.System, () => { });
        var timer = new WorkerTimer(timers, _ => { }, null);
        timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);

        Assert.Null(timers.TryTakeDue());
        Assert.InRange(timers.MillisecondsUntilDue, 1, 3_600_000);
    }

    [Fact]
    public void Setting_the_first_timer_wakes_the_worker_and_a_later_one_does_not()
    {
        var wakes = 0;
        var timers = new WorkerTimers(TimeProvider.System, () => wakes++);

        new WorkerTimer(timers, _ => { }, null).Change(TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        new WorkerTimer(timers, _ => { }, null).Change(TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);

        Assert.Equal(1, wakes);
    }
}

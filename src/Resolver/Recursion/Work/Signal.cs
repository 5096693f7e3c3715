using Resolver.Ports;

namespace Resolver.Recursion.Work;

/// <summary>
/// Wakes one waiter, by a call or by time. Calls while nobody waits are remembered. The timer's callback does no
/// more than complete a task, so it may run anywhere; what waits comes back to its own context.
/// </summary>
internal sealed class Signal(Clock clock)
{
    private TaskCompletionSource? _waiter;
    private bool _isSet;

    /// <summary>True if the next wait will be over at once.</summary>
    public bool IsSet => _isSet;

    /// <summary>Wakes the waiter, or the next one.</summary>
    public void Set()
    {
        _isSet = true;
        _waiter?.TrySetResult();
    }

    /// <summary>Waits for a call or for the time, whichever comes first.</summary>
    public async ValueTask WaitAsync(TimerInstant until)
    {
        if (!_isSet)
        {
            var microseconds = TimerInstant.Now(clock).MicrosecondsUntil(until);
            if (microseconds <= 0)
                return;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiter = waiter;
            using var timer = until == TimerInstant.Never ? null : StartTimer(waiter, microseconds);
            await waiter.Task;
            _waiter = null;
        }
        _isSet = false;
    }

    private ITimer StartTimer(TaskCompletionSource waiter, long microseconds) => clock.CreateTimer(
        static state => ((TaskCompletionSource)state!).TrySetResult(),
        waiter,
        TimeSpan.FromMicroseconds(microseconds),
        Timeout.InfiniteTimeSpan);
}

using Resolver.Ports;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Servers;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Inquiries;

/// <summary>
/// Waits for the answers of servers that were outrun, until they are overdue: otherwise the slower one would never
/// be known to be slow, nor the dead one to be dead.
/// </summary>
internal sealed class Stragglers(ServerKnowledge knowledge, Clock clock)
{
    /// <summary>Exchanges waited for at once: a few milliseconds each, and more are not needed to learn.</summary>
    public const int Capacity = 256;

    private readonly List<Task> _waits = [];

    /// <summary>Takes over an exchange nobody else waits for any more.</summary>
    public void Adopt(Attempt attempt)
    {
        _waits.RemoveAll(wait => wait.IsCompleted);
        _waits.Add(AwaitAsync(attempt, _waits.Count < Capacity && !attempt.IsOverdue));
    }

    private async Task AwaitAsync(Attempt attempt, bool isWorthWaiting)
    {
        if (isWorthWaiting)
            await WaitUntilDueAsync(attempt);
        var isSilent = attempt.Result is null;
        attempt.End.Cancel();
        await attempt.Exchange;
        attempt.End.Dispose();
        if (!isWorthWaiting)
            return;
        if (attempt.Result is { Status: ExchangeStatus.Answered })
            knowledge.Answered(attempt.Candidate.Record, attempt.Transport, attempt.RoundTripUs);
        else if (isSilent)
            knowledge.Silent(attempt.Candidate.Record, attempt.Transport);
    }

    private async ValueTask WaitUntilDueAsync(Attempt attempt)
    {
        var microseconds = TimerInstant.Now(clock).MicrosecondsUntil(attempt.DueAt);
        if (microseconds <= 0 || attempt.Exchange.IsCompleted)
            return;
        using var enough = new CancellationTokenSource();
        var due = Task.Delay(TimeSpan.FromMicroseconds(microseconds), clock, enough.Token);
        await Task.WhenAny(attempt.Exchange, due);
        enough.Cancel();
    }
}

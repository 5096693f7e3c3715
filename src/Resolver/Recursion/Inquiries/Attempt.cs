using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Inquiries;

/// <summary>One exchange of an inquiry: open until it has a result or the inquiry ends.</summary>
internal sealed class Attempt : IDisposable
{
    /// <summary>Whom it asks.</summary>
    public required Candidate Candidate { get; init; }

    /// <summary>How.</summary>
    public required Transport Transport { get; init; }

    /// <summary>Whether it was needed.</summary>
    public required AttemptKind Kind { get; init; }

    /// <summary>When it was sent.</summary>
    public required TimerInstant SentAt { get; init; }

    /// <summary>When an answer is overdue.</summary>
    public required TimerInstant DueAt { get; init; }

    /// <summary>When another server is asked beside it; never once that is decided.</summary>
    public required TimerInstant RaceAt { get; set; }

    /// <summary>What is learnt while it is open.</summary>
    public required ExchangeWatch Watch { get; init; }

    /// <summary>Its step in the trace.</summary>
    public TraceStep? Trace { get; init; }

    /// <summary>Ends the exchange.</summary>
    public CancellationTokenSource End { get; } = new();

    /// <summary>The exchange itself.</summary>
    public Task Exchange { get; set; } = Task.CompletedTask;

    /// <summary>How it ended; null while it is open.</summary>
    public ExchangeResult? Result { get; private set; }

    /// <summary>When it ended.</summary>
    public TimerInstant EndedAt { get; private set; }

    /// <summary>Microseconds from question to answer.</summary>
    public long RoundTripUs => SentAt.MicrosecondsUntil(EndedAt);

    /// <summary>True once the answer is overdue and counted as lost.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>Takes note of how it ended.</summary>
    public void Finish(ExchangeResult result, TimerInstant now)
    {
        Result = result;
        EndedAt = now;
    }

    /// <inheritdoc/>
    public void Dispose() => End.Dispose();
}

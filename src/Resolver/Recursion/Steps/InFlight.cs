using Dns;
using Resolver.Answers;
using Resolver.Ports;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Makes sure that one step is under way once, however many want its result. A step goes on when whoever started it
/// has given up, so that its result fills the cache.
/// </summary>
internal sealed class InFlight(DomainNameComparer comparer, Clock clock)
{
    /// <summary>Those who may wait for one step: more are an attack or a bug (DNSBomb). BIND stops at 100.</summary>
    public const int MaxWaiters = 200;

    /// <summary>Steps under way on one worker. Unbound allows 2,048 queries for each thread.</summary>
    public static readonly Limit Flights = new(2048, 64, 65_536);

    /// <summary>Milliseconds after which a step is slow and may have to make room. Unbound takes 200.</summary>
    public const int SlowMs = 500;

    private readonly LinkedList<Flight> _byAge = new();
    private readonly Dictionary<StepKey, Flight> _flights = new(new StepKeyComparer(comparer));

    /// <summary>Steps under way.</summary>
    public int Count => _flights.Count;

    /// <summary>Steps that had to make room so far.</summary>
    public long EvictedCount { get; private set; }

    /// <summary>Waits for the step if it is under way, or starts it.</summary>
    public async ValueTask<StepResult> RunAsync(
        StepKey key,
        StepContext context,
        Func<StepKey, StepContext, ValueTask<StepResult>> work,
        CancellationToken cancellationToken)
    {
        if (_flights.TryGetValue(key, out var flight))
        {
            if (Refuse(flight, context) is { } refusal)
                return refusal;
        }
        else if (!TryMakeRoom())
        {
            return StepResult.Failed(FailureReason.Overloaded, "too many resolutions are under way");
        }
        else
        {
            flight = new(key, context.Budget.Limits) { BeganAt = TimerInstant.Now(clock) };
            _flights.Add(key, flight);
            flight.Place = _byAge.AddLast(flight);
        }
        return await WaitAsync(flight, context, work, cancellationToken);
    }

    // Slow names give way to new ones, which are mostly quick: a flood of names that never answer cannot shut the
    // others out.
    private bool TryMakeRoom()
    {
        if (_flights.Count < Flights.Default)
            return true;
        var oldest = _byAge.First!.Value;
        if (TimerInstant.Now(clock) < oldest.BeganAt.PlusMilliseconds(SlowMs))
            return false;
        EvictedCount++;
        Forget(oldest);
        oldest.Evict();
        return true;
    }

    private void Forget(Flight flight)
    {
        if (flight.Place is not { } place)
            return;
        _byAge.Remove(place);
        _flights.Remove(flight.Key);
        flight.Place = null;
    }

    private static StepResult? Refuse(Flight flight, StepContext context)
    {
        if (context.Flight is { } own && flight.DependsOn(own))
        {
            context.Trace?.Note(TraceKind.Decision, $"{flight.Key.Name} waits for this very step: not pursued");
            return StepResult.Failed(FailureReason.NoUsableAnswer, $"{flight.Key.Name} depends on itself");
        }
        return flight.WaiterCount < MaxWaiters
            ? null
            : StepResult.Failed(FailureReason.Overloaded, "too many wait for this name");
    }

    private async ValueTask<StepResult> WaitAsync(
        Flight flight,
        StepContext context,
        Func<StepKey, StepContext, ValueTask<StepResult>> work,
        CancellationToken cancellationToken)
    {
        // Noted before the work begins: what it starts at once must already see who waits for whom.
        flight.WaiterCount++;
        context.Flight?.BeginWait(flight);
        try
        {
            flight.Task ??= FlyAsync(flight, context with { Flight = flight }, work);
            return await flight.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            context.Flight?.EndWait(flight);
            flight.WaiterCount--;
        }
    }

    private async Task<StepResult> FlyAsync(
        Flight flight, StepContext context, Func<StepKey, StepContext, ValueTask<StepResult>> work)
    {
        try
        {
            return await work(flight.Key, context);
        }
        finally
        {
            Forget(flight);
        }
    }
}

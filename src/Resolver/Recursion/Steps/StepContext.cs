using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver.Recursion.Steps;

/// <summary>Where in the tree of work of one client query a step stands.</summary>
internal sealed record StepContext
{
    /// <summary>The client query that pays.</summary>
    public required ResolutionContext Query { get; init; }

    /// <summary>When the whole query must have ended.</summary>
    public required TimerInstant Deadline { get; init; }

    /// <summary>The step under way; null before the first.</summary>
    public Flight? Flight { get; init; }

    /// <summary>Look-ups of server addresses this one is inside of.</summary>
    public int Depth { get; init; }

    /// <summary>Where the trace goes on; null for none.</summary>
    public TraceStep? Trace { get; init; }

    /// <summary>The budget of the whole query.</summary>
    public Budget Budget => Query.Budget;
}

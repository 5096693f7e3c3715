using Dnssec;
using Resolver.Recursion.Tracing;
using Resolver.Recursion.Work;

namespace Resolver.Recursion;

/// <summary>What belongs to one client query on its way through the recursion.</summary>
/// <param name="budget">The work that may still be done for it.</param>
public sealed class ResolutionContext(Budget budget)
{
    /// <summary>The work that may still be done.</summary>
    public Budget Budget { get; } = budget;

    /// <summary>What may still be spent on signatures and hashes (KeyTrap).</summary>
    public WorkLimit Work { get; } = new(WorkAllowance.Default);

    /// <summary>Who checks signatures.</summary>
    public Checking Checking { get; init; } = Checking.Enabled;

    /// <summary>The trace to add to; null for none.</summary>
    public TraceStep? Trace { get; init; }
}

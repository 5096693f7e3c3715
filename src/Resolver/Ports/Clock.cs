namespace Resolver.Ports;

/// <summary>
/// The only source of time. Timers come from the same object (it is a <see cref="TimeProvider"/>), so a simulated
/// world moves both. <see cref="Now"/> may jump where an operator or a test moves the clock; timers never do.
/// </summary>
public abstract class Clock : TimeProvider
{
    /// <summary>The present moment.</summary>
    public abstract Moment Now { get; }
}

using Resolver.Ports;

namespace Resolver.Recursion.Work;

/// <summary>
/// A point on the clock that timers follow, in microseconds. Deadlines and round-trip times are measured with it:
/// unlike <see cref="Instant"/> it does not jump when an operator or a test moves cached time.
/// </summary>
/// <param name="Microseconds">Microseconds since an unknown start.</param>
internal readonly record struct TimerInstant(long Microseconds) : IComparable<TimerInstant>
{
    /// <summary>A point that never comes.</summary>
    public static readonly TimerInstant Never = new(long.MaxValue);

    /// <summary>The present.</summary>
    public static TimerInstant Now(Clock clock) =>
        new(clock.GetElapsedTime(0, clock.GetTimestamp()).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>This point, so many milliseconds later.</summary>
    public TimerInstant PlusMilliseconds(long milliseconds) => new(Microseconds + milliseconds * 1000);

    /// <summary>This point, so many microseconds later.</summary>
    public TimerInstant PlusMicroseconds(long microseconds) => new(Microseconds + microseconds);

    /// <summary>Microseconds from this point to a later one; negative if it is earlier.</summary>
    public long MicrosecondsUntil(TimerInstant later) => later.Microseconds - Microseconds;

    /// <summary>The earlier of two points.</summary>
    public static TimerInstant Earlier(TimerInstant left, TimerInstant right) =>
        left.Microseconds <= right.Microseconds ? left : right;

    /// <inheritdoc/>
    public int CompareTo(TimerInstant other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>Orders points in time.</summary>
    public static bool operator <(TimerInstant left, TimerInstant right) => left.Microseconds < right.Microseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator >(TimerInstant left, TimerInstant right) => left.Microseconds > right.Microseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator <=(TimerInstant left, TimerInstant right) => left.Microseconds <= right.Microseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator >=(TimerInstant left, TimerInstant right) => left.Microseconds >= right.Microseconds;
}

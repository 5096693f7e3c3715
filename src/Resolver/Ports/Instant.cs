using Dns;

namespace Resolver.Ports;

/// <summary>
/// A point on the monotonic clock, in milliseconds from an unknown start. Cached lifetimes are measured with it.
/// There is no way to send one and no way to add two.
/// </summary>
/// <param name="Milliseconds">Milliseconds since the clock's own start; may be negative.</param>
public readonly record struct Instant(long Milliseconds) : IComparable<Instant>
{
    /// <summary>This point, a lifetime later.</summary>
    public Instant Plus(Ttl lifetime) => new(Milliseconds + lifetime.Seconds * 1000L);

    /// <summary>This point, so many milliseconds later.</summary>
    public Instant PlusMilliseconds(long milliseconds) => new(Milliseconds + milliseconds);

    /// <summary>True if this point comes after the other.</summary>
    public bool IsAfter(Instant other) => Milliseconds > other.Milliseconds;

    /// <summary>Milliseconds from this point to a later one; negative if it is earlier.</summary>
    public long MillisecondsUntil(Instant later) => later.Milliseconds - Milliseconds;

    /// <summary>What is left until a later point, in whole seconds rounded up; zero if it is over.</summary>
    public Ttl Until(Instant end) =>
        new((uint)Math.Clamp((end.Milliseconds - Milliseconds + 999) / 1000, 0, int.MaxValue));

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>Orders points in time.</summary>
    public static bool operator <(Instant left, Instant right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator >(Instant left, Instant right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Milliseconds >= right.Milliseconds;
}

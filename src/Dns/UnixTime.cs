namespace Dns;

/// <summary>
/// A point on the wall clock in milliseconds since 1970-01-01 UTC. Signatures and files live by it; cached
/// lifetimes never do.
/// </summary>
/// <param name="Milliseconds">Milliseconds since the epoch; negative before it.</param>
public readonly record struct UnixTime(long Milliseconds) : IComparable<UnixTime>
{
    /// <summary>Whole seconds since the epoch, rounded down.</summary>
    public long Seconds => Math.DivRem(Milliseconds, 1000).Quotient - (Milliseconds % 1000 < 0 ? 1 : 0);

    /// <summary>The point so many whole seconds after the epoch.</summary>
    public static UnixTime FromSeconds(long seconds) => new(seconds * 1000);

    /// <summary>This point, so many seconds later (or earlier, where negative).</summary>
    public UnixTime PlusSeconds(long seconds) => new(Milliseconds + seconds * 1000);

    /// <summary>True if this point comes after the other.</summary>
    public bool IsAfter(UnixTime other) => Milliseconds > other.Milliseconds;

    /// <summary>Whole seconds from this point to a later one; negative if it is earlier.</summary>
    public long SecondsUntil(UnixTime later) => later.Seconds - Seconds;

    /// <inheritdoc/>
    public int CompareTo(UnixTime other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>Expands a 32-bit signature time to the wall time nearest to this one.</summary>
    // RFC 4034 §3.1.5: inception and expiration are compared by serial number arithmetic (RFC 1982).
    public UnixTime NearestTo(uint signatureTime) =>
        FromSeconds(Seconds + (int)(signatureTime - unchecked((uint)Seconds)));

    /// <summary>The time as ISO 8601 in UTC, to the second.</summary>
    public override string ToString() => Milliseconds is > -62135596800000 and < 253402300800000
        ? DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds)
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)
        : Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) + "s";

    /// <summary>Orders points in time.</summary>
    public static bool operator <(UnixTime left, UnixTime right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator >(UnixTime left, UnixTime right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator <=(UnixTime left, UnixTime right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Orders points in time.</summary>
    public static bool operator >=(UnixTime left, UnixTime right) => left.Milliseconds >= right.Milliseconds;
}

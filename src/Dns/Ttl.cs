namespace Dns;

/// <summary>A relative lifetime in seconds, as sent on the wire (RFC 2181 §8).</summary>
/// <param name="Seconds">The lifetime, 0 to 2,147,483,647.</param>
public readonly record struct Ttl(uint Seconds) : IComparable<Ttl>
{
    /// <summary>A lifetime that is over at once.</summary>
    public static readonly Ttl Zero = new(0);

    /// <summary>Reads a TTL field. The top bit set makes a very long lifetime, which the cache then caps.</summary>
    // RFC 8767 §4: a TTL with the top bit set is a large value, to be capped; RFC 2181 §8 read it as zero.
    public static Ttl FromWire(uint value) => new(Math.Min(value, int.MaxValue));

    /// <summary>The shorter of two lifetimes.</summary>
    public static Ttl Min(Ttl left, Ttl right) => left.Seconds <= right.Seconds ? left : right;

    /// <summary>This lifetime held between two bounds.</summary>
    public Ttl Clamp(Ttl low, Ttl high) => new(Math.Clamp(Seconds, low.Seconds, high.Seconds));

    /// <inheritdoc/>
    public int CompareTo(Ttl other) => Seconds.CompareTo(other.Seconds);

    /// <summary>The seconds as decimal digits.</summary>
    public override string ToString() => Seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Orders lifetimes by length.</summary>
    public static bool operator <(Ttl left, Ttl right) => left.Seconds < right.Seconds;

    /// <summary>Orders lifetimes by length.</summary>
    public static bool operator >(Ttl left, Ttl right) => left.Seconds > right.Seconds;

    /// <summary>Orders lifetimes by length.</summary>
    public static bool operator <=(Ttl left, Ttl right) => left.Seconds <= right.Seconds;

    /// <summary>Orders lifetimes by length.</summary>
    public static bool operator >=(Ttl left, Ttl right) => left.Seconds >= right.Seconds;
}

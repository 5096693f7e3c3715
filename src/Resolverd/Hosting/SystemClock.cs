using Dns;
using Resolver.Ports;

namespace Resolverd.Hosting;

/// <summary>
/// The machine's clocks. Timers run on real time; what is read from <see cref="Now"/>, and by it the life of data and
/// signatures, can be moved by a test through the offset.
/// </summary>
internal sealed class SystemClock(ClockOffset offset) : Clock
{
    /// <inheritdoc/>
    public override Moment Now
    {
        get
        {
            var moved = offset.Milliseconds;
            var wall = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            return new Moment(new Instant(MonotonicClock.Milliseconds + moved), new UnixTime(wall + moved));
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(offset.Milliseconds);
}

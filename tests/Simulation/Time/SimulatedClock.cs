using Dns;
using Resolver.Ports;

namespace Simulation.Time;

/// <summary>
/// Virtual time as the resolver sees it. Timers follow the timeline exactly; the wall clock may drift against it
/// and jump, as real ones do, and cached time may jump ahead without any timer firing, as an operator's clock file
/// makes it.
/// </summary>
public sealed class SimulatedClock : Clock
{
    /// <summary>2026-01-08 00:00 UTC: what the wall clock says when a world begins.</summary>
    public static readonly UnixTime WorldBegins = UnixTime.FromSeconds(1_767_830_400);

    private readonly Timeline _time;
    private readonly long _monotonicStart;
    private UnixTime _wallStart = WorldBegins;
    private long _jumpMs;

    /// <summary>Makes a clock whose monotonic time begins at an arbitrary point, as real ones do.</summary>
    public SimulatedClock(Timeline time, long monotonicStart)
    {
        _time = time;
        _monotonicStart = monotonicStart;
    }

    /// <summary>Parts per million by which the wall clock runs fast, or slow where negative.</summary>
    public long DriftPpm { get; set; }

    /// <inheritdoc/>
    public override Moment Now => new(Monotonic, Wall);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private long ElapsedMs => _time.Now / TimeSpan.TicksPerMillisecond;

    private Instant Monotonic => new(_monotonicStart + ElapsedMs + _jumpMs);

    private UnixTime Wall => new(_wallStart.Milliseconds + ElapsedMs + _jumpMs + ElapsedMs * DriftPpm / 1_000_000);

    /// <summary>Sets the wall clock, as an administrator or a time server does.</summary>
    public void SetWall(UnixTime now) =>
        _wallStart = new(_wallStart.Milliseconds + now.Milliseconds - Wall.Milliseconds);

    /// <summary>Moves both clocks ahead at once; timers stay where they are.</summary>
    public void Jump(TimeSpan ahead) => _jumpMs += (long)ahead.TotalMilliseconds;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Wall.Milliseconds);

    /// <inheritdoc/>
    public override long GetTimestamp() => _time.Now;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(_time, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

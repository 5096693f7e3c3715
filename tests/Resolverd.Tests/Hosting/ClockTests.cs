using Resolverd.Hosting;
using Resolverd.Tests.Configuration;

namespace Resolverd.Tests.Hosting;

public sealed class ClockTests
{
    private readonly ClockOffset _offset = new();
    private readonly LogRecorder _log = new();
    private readonly ManualTime _time = new();

    [Fact]
    public void The_clock_shows_the_system_time_and_does_not_go_back()
    {
        var clock = new SystemClock(_offset);
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

        var first = clock.Now;
        var second = clock.Now;

        Assert.InRange(first.Wall.Milliseconds, before, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        Assert.True(second.Monotonic >= first.Monotonic);
    }

    [Fact]
    public void The_monotonic_clock_counts_from_the_start_of_the_machine_as_the_system_does()
    {
        var before = Uptime();
        var now = MonotonicClock.Milliseconds;

        Assert.InRange(now, before, Uptime() + 10);

        static long Uptime() => (long)(double.Parse(
            File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) * 1000);
    }

    [Theory]
    [InlineData(74_520_000)]
    [InlineData(-946_080_000_000)]
    public void Both_clocks_move_by_the_offset_and_timers_do_not(long milliseconds)
    {
        var clock = new SystemClock(_offset);
        var before = clock.Now;
        var timestamp = clock.GetTimestamp();

        _offset.Milliseconds = milliseconds;
        var after = clock.Now;
        var real = DateTimeOffset.UtcNow;
        var moved = clock.GetUtcNow();

        Assert.InRange(after.Wall.Milliseconds - before.Wall.Milliseconds - milliseconds, 0, 600_000);
        Assert.InRange(after.Monotonic.Milliseconds - before.Monotonic.Milliseconds - milliseconds, 0, 600_000);
        Assert.InRange(clock.GetElapsedTime(timestamp).TotalMilliseconds, 0, 600_000);
        Assert.InRange((moved - real).TotalMilliseconds - milliseconds, -1, 600_000);
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("5.5\n", 5500L)]
    [InlineData("-3600.000\n", -3_600_000L)]
    [InlineData("+74520", 74_520_000L)]
    [InlineData(" 0.0004 ", 0L)]
    [InlineData("0.0006", 1L)]
    [InlineData("6324480000", 6_324_480_000_000L)]
    [InlineData("-6324480000", -6_324_480_000_000L)]
    public void An_offset_is_a_decimal_number_of_seconds(string text, long milliseconds)
    {
        Assert.True(ClockOffsetFile.TryParse(text, out var parsed));
        Assert.Equal(milliseconds, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("6324480001")]
    [InlineData("1 2")]
    public void Other_text_is_no_offset(string text) => Assert.False(ClockOffsetFile.TryParse(text, out _));

    [Fact]
    public void A_file_moved_into_place_is_seen_when_50_ms_have_passed()
    {
        using var file = new SettingsFile("7.25\n", "clock");
        using var following = ClockOffsetFile.Follow(file.Path, _offset, _time, _log);
        Assert.Equal(7250, _offset.Milliseconds);

        var next = file.Add("clock.new", "-946080000.000\n");
        File.Move(next, file.Path, overwrite: true);
        _time.Pass(TimeSpan.FromMilliseconds(50));

        Assert.Equal(-946_080_000_000, _offset.Milliseconds);
        Assert.Equal([1021, 1021], _log.Events);
    }

    [Fact]
    public void A_file_that_is_gone_or_no_number_leaves_the_clock_where_it_was()
    {
        using var file = new SettingsFile("10", "clock");
        using var following = ClockOffsetFile.Follow(file.Path, _offset, _time, _log);

        File.WriteAllText(file.Path, "later");
        _time.Pass(TimeSpan.FromSeconds(1));
        File.Delete(file.Path);
        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(10_000, _offset.Milliseconds);
        Assert.Equal([1021, 1022], _log.Events);
    }

    [Fact]
    public void A_file_is_followed_no_longer_than_wanted()
    {
        using var file = new SettingsFile("10", "clock");
        var following = ClockOffsetFile.Follow(file.Path, _offset, _time, _log);

        following.Dispose();
        File.WriteAllText(file.Path, "20");
        _time.Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(10_000, _offset.Milliseconds);
    }
}

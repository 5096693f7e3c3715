using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Resolverd.Hosting;
using Resolverd.Hosting.Logging;

namespace Resolverd.Tests.Hosting;

public sealed class LoggingTests
{
    private static readonly LogLine Hostile = new()
    {
        Time = new DateTimeOffset(2026, 1, 8, 17, 40, 0, TimeSpan.Zero),
        Level = LogLevel.Warning,
        Event = new EventId(1021, "ClockMoved"),
        Category = "Resolverd.Hosting",
        Message = "name a\nb\u001b[2J\u2028",
        Fields = [new("Name", "a\nb"), new("{OriginalFormat}", "name {Name}")],
        Exception = null,
    };

    [Fact]
    public void A_plain_line_has_time_level_event_and_sentence() =>
        Assert.Equal(
            @"2026-01-08T17:40:00.000Z warning 1021 name a\u000ab\u001b[2J\u2028", LineFormat.Plain.Format(Hostile));

    [Theory]
    [InlineData(LogLevel.Critical, "<1>")]
    [InlineData(LogLevel.Error, "<3>")]
    [InlineData(LogLevel.Warning, "<4>")]
    [InlineData(LogLevel.Information, "<6>")]
    [InlineData(LogLevel.Debug, "<7>")]
    public void A_line_for_the_journal_has_its_priority(LogLevel level, string prefix) =>
        Assert.StartsWith(prefix + "1021 name", LineFormat.Journal.Format(Hostile with { Level = level }));

    [Fact]
    public void A_JSON_line_has_stable_names_and_the_values_apart()
    {
        var line = LineFormat.Json.Format(Hostile with { Exception = new InvalidOperationException("bad\nthing") });

        Assert.DoesNotContain('\n', line);
        var json = JsonNode.Parse(line)!.AsObject();
        Assert.Equal(
            ["time", "level", "event", "name", "source", "message", "fields", "exception"],
            json.Select(property => property.Key));
        Assert.Equal(1021, (int)json["event"]!);
        Assert.Equal("""{"Name":"a\nb"}""", json["fields"]!.ToJsonString());
    }

    [Fact]
    public void Messages_below_the_level_are_not_written_and_the_level_can_change()
    {
        using var output = new MemoryStream();
        using (var provider = new LineLoggerProvider(new LogQueue(output), LineFormat.Plain, LogLevel.Warning))
        {
            var logger = provider.CreateLogger("test");
            HostLog.Stopped(logger);
            provider.Level = LogLevel.Information;
            HostLog.Stopped(logger);
        }

        Assert.EndsWith("stopped\n", Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal(1, output.ToArray().Count(octet => octet == '\n'));
    }

    [Fact]
    public void Every_event_of_the_host_has_a_number_of_its_own()
    {
        var ids = typeof(HostLog).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(LoggerMessageAttribute), false))
            .Select(attribute => ((LoggerMessageAttribute)attribute).EventId)
            .ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id, 1000, 1099));
    }

    [Fact]
    public void Nobody_waits_for_a_log_that_is_not_read_and_what_is_left_out_is_counted()
    {
        using var stalled = new StalledStream();
        using (var queue = new LogQueue(stalled))
        {
            queue.Add("first");
            stalled.WaitUntilStalled();
            for (var i = 0; i < LogQueue.Capacity + 3; i++)
                queue.Add("more");

            stalled.Release();
        }

        var lines = stalled.Text.Split('\n');
        Assert.Single(lines, "(3 log lines were left out)");
        Assert.Equal(1 + LogQueue.Capacity, lines.Count(line => line is "first" or "more"));
    }

    [Fact]
    public void A_recurring_cause_is_logged_so_many_times_a_minute()
    {
        var time = new ManualTime();
        var limiter = new CauseLimiter(perMinute: 2, time);

        Assert.True(limiter.Admit("bogus", out _));
        Assert.True(limiter.Admit("bogus", out _));
        Assert.False(limiter.Admit("bogus", out _));
        Assert.False(limiter.Admit("bogus", out _));
        Assert.True(limiter.Admit("lame", out var none));
        time.Pass(TimeSpan.FromMinutes(1));
        Assert.True(limiter.Admit("bogus", out var leftOut));

        Assert.Equal((0L, 2L), (none, leftOut));
    }

    [Fact]
    public void Causes_beyond_the_limit_share_one_allowance()
    {
        var limiter = new CauseLimiter(perMinute: 1, new ManualTime());
        var admitted = Enumerable.Range(0, CauseLimiter.MaxCauses).Count(i => limiter.Admit($"cause {i}", out _));

        Assert.Equal(CauseLimiter.MaxCauses, admitted);
        Assert.True(limiter.Admit("one more", out _));
        Assert.False(limiter.Admit("and another", out _));
    }
}

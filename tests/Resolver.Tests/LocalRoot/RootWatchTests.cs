using Dns;
using Resolver.LocalRoot;
using Xunit;

namespace Resolver.Tests.LocalRoot;

public sealed class RootWatchTests
{
    private const long Day = 86_400;

    private static readonly VerifiedRootZone Zone = RootZoneFiles.Inspect("none").Zone!;
    private static readonly UnixTime End = Zone.EarliestExpiration;

    private static readonly RootWatch Loaded =
        RootWatch.Begin(RootWatchSettings.Default).Loaded(Zone, RootZoneFiles.Fifth);

    [Fact]
    public void Without_a_copy_there_is_none()
    {
        var watch = RootWatch.Begin(RootWatchSettings.Default);

        Assert.Equal(RootStage.Absent, watch.StageAt(RootZoneFiles.Fifth));
        Assert.Null(watch.SecondsToNextStage(RootZoneFiles.Fifth));
        Assert.Equal(0, watch.SecondsToRefresh(RootZoneFiles.Fifth));
    }

    [Theory]
    [InlineData(4 * Day + 1, RootStage.Fresh)]
    [InlineData(4 * Day, RootStage.Alarm)]
    [InlineData(2 * Day + 1, RootStage.Alarm)]
    [InlineData(2 * Day, RootStage.LastCall)]
    [InlineData(Day + 1, RootStage.LastCall)]
    [InlineData(Day, RootStage.Dropped)]
    [InlineData(0, RootStage.Dropped)]
    [InlineData(-Day, RootStage.Dropped)]
    public void The_stage_follows_from_what_is_left_of_the_signatures(long secondsLeft, RootStage expected)
    {
        var now = End.PlusSeconds(-secondsLeft);

        Assert.Equal(expected, Loaded.Confirmed(now).StageAt(now));
    }

    [Fact]
    public void A_failure_shows_until_a_source_confirms_the_copy()
    {
        var failing = Loaded.RefreshFailed();

        Assert.Equal(RootStage.RefreshFailing, failing.StageAt(RootZoneFiles.Fifth));
        Assert.Equal(RootStage.Fresh, failing.Confirmed(RootZoneFiles.Fifth).StageAt(RootZoneFiles.Fifth));
    }

    [Theory]
    [InlineData(1800 + 2 * 900, RootStage.Fresh)]
    [InlineData(1800 + 2 * 900 + 1, RootStage.RefreshFailing)]
    public void Silence_for_a_refresh_and_two_retries_counts_as_failing(long seconds, RootStage expected) =>
        Assert.Equal(expected, Loaded.StageAt(RootZoneFiles.Fifth.PlusSeconds(seconds)));

    [Theory, Rfc(1035, "3.3.13")]
    [InlineData(604_799, RootStage.Alarm)]
    [InlineData(604_800, RootStage.Dropped)]
    public void A_copy_that_nobody_confirms_ends_with_the_SOA(long seconds, RootStage expected)
    {
        var early = RootZoneFiles.Inspect("none", End.PlusSeconds(-9 * Day)).Zone!;
        var watch = RootWatch.Begin(RootWatchSettings.Default).Loaded(early, End.PlusSeconds(-9 * Day));

        Assert.Equal(expected, watch.StageAt(End.PlusSeconds(-9 * Day + seconds)));
    }

    [Fact]
    public void The_next_stage_is_announced_to_the_second()
    {
        var watch = Loaded;
        var now = RootZoneFiles.Fifth;
        var stages = new List<RootStage>();

        while (watch.SecondsToNextStage(now) is { } seconds)
        {
            Assert.Equal(watch.StageAt(now), watch.StageAt(now.PlusSeconds(seconds - 1)));
            now = now.PlusSeconds(seconds);
            stages.Add(watch.StageAt(now));
        }

        Assert.Equal([RootStage.RefreshFailing, RootStage.Alarm, RootStage.Dropped], stages.Distinct());
    }

    [Fact]
    public void Sources_are_asked_by_the_timers_and_more_often_when_time_runs_out()
    {
        var lastCall = End.PlusSeconds(-2 * Day);

        Assert.Equal(1800, Loaded.SecondsToRefresh(RootZoneFiles.Fifth));
        Assert.Equal(0, Loaded.SecondsToRefresh(RootZoneFiles.Fifth.PlusSeconds(1800)));
        Assert.Equal(900, Loaded.RefreshFailed().SecondsToRefresh(RootZoneFiles.Fifth));
        Assert.Equal(0, Loaded.Confirmed(lastCall).SecondsToRefresh(lastCall));
        Assert.Equal(
            RootWatch.UrgentRetrySeconds, Loaded.Confirmed(lastCall).RefreshFailed().SecondsToRefresh(lastCall));
    }

    [Fact]
    public void A_new_copy_makes_everything_good_again()
    {
        var watch = Loaded.RefreshFailed().Unloaded();
        var absent = watch.StageAt(RootZoneFiles.Fifth);

        Assert.Equal(RootStage.Absent, absent);
        Assert.Equal(RootStage.Fresh, watch.Loaded(Zone, RootZoneFiles.Fifth).StageAt(RootZoneFiles.Fifth));
    }
}

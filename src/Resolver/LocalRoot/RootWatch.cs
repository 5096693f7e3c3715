using Dns;

namespace Resolver.LocalRoot;

/// <summary>
/// Watches over the copy of the root zone: at any time its stage follows from when its signatures end, when it was
/// last confirmed, and whether refreshing works. Immutable; what happens makes the next watch.
/// </summary>
public sealed record RootWatch
{
    /// <summary>
    /// Seconds between attempts where there is no copy or soon will be none: twelve an hour at a public service.
    /// </summary>
    public const long UrgentRetrySeconds = 300;

    /// <summary>A watch over nothing yet.</summary>
    public static RootWatch Begin(RootWatchSettings settings) => new() { Settings = settings };

    /// <summary>When which stage begins.</summary>
    public required RootWatchSettings Settings { get; init; }

    /// <summary>When the first of the copy's signatures ends; null without a copy.</summary>
    public UnixTime? EarliestExpiration { get; private init; }

    /// <summary>When a source last confirmed that the copy is the newest.</summary>
    public UnixTime LastConfirmed { get; private init; }

    /// <summary>True if the last refresh failed.</summary>
    public bool IsFailing { get; private init; }

    private RootZoneTimers Timers { get; init; }

    /// <summary>A copy was taken into use.</summary>
    public RootWatch Loaded(VerifiedRootZone zone, UnixTime confirmedAt) => this with
    {
        EarliestExpiration = zone.EarliestExpiration,
        Timers = zone.Timers,
        LastConfirmed = confirmedAt,
        IsFailing = false,
    };

    /// <summary>A source said that the copy in use is the newest.</summary>
    public RootWatch Confirmed(UnixTime now) => this with { LastConfirmed = now, IsFailing = false };

    /// <summary>No source gave a copy, or none that could be used.</summary>
    public RootWatch RefreshFailed() => this with { IsFailing = true };

    /// <summary>The copy was taken out of use.</summary>
    public RootWatch Unloaded() => Begin(Settings) with { IsFailing = IsFailing };

    /// <summary>The stage at a time.</summary>
    public RootStage StageAt(UnixTime now)
    {
        if (EarliestExpiration is not { } expiration)
            return RootStage.Absent;
        var left = now.SecondsUntil(expiration);
        // RFC 1035 §3.3.13: past the SOA's expire time, a copy that nobody confirmed is no longer authoritative.
        if (left <= Settings.DropSeconds || SecondsSinceConfirmed(now) >= Timers.Expire.Seconds)
            return RootStage.Dropped;
        if (left <= Settings.LastCallSeconds)
            return RootStage.LastCall;
        if (left <= Settings.AlarmSeconds)
            return RootStage.Alarm;
        return IsFailing || SecondsSinceConfirmed(now) > OverdueSeconds ? RootStage.RefreshFailing : RootStage.Fresh;
    }

    /// <summary>Seconds until the stage changes if nothing happens; null if it does not.</summary>
    public long? SecondsToNextStage(UnixTime now)
    {
        if (EarliestExpiration is not { } expiration || StageAt(now) == RootStage.Dropped)
            return null;
        var left = now.SecondsUntil(expiration);
        long[] changes =
        [
            left - Settings.AlarmSeconds, left - Settings.LastCallSeconds, left - Settings.DropSeconds,
            Timers.Expire.Seconds - SecondsSinceConfirmed(now), OverdueSeconds + 1 - SecondsSinceConfirmed(now),
        ];
        return changes.Where(seconds => seconds > 0).Min();
    }

    /// <summary>
    /// Seconds until a source should be asked again: by the SOA record's timers, sooner where time is running out.
    /// </summary>
    public long SecondsToRefresh(UnixTime now)
    {
        var isUrgent = StageAt(now) is RootStage.LastCall or RootStage.Dropped or RootStage.Absent;
        if (IsFailing)
            return isUrgent ? UrgentRetrySeconds : Math.Max(Timers.Retry.Seconds, UrgentRetrySeconds);
        return isUrgent ? 0 : Math.Max(0, Timers.Refresh.Seconds - SecondsSinceConfirmed(now));
    }

    /// <summary>A confirmation is overdue when a refresh and two retries have had their time.</summary>
    private long OverdueSeconds => Timers.Refresh.Seconds + 2L * Timers.Retry.Seconds;

    private long SecondsSinceConfirmed(UnixTime now) => LastConfirmed.SecondsUntil(now);
}

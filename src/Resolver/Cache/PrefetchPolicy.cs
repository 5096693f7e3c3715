using Dns;

namespace Resolver.Cache;

/// <summary>When a set that is still fresh should be fetched anew, so that nobody has to wait for it.</summary>
internal static class PrefetchPolicy
{
    /// <summary>Hits since it was stored that make a name worth the question: a name asked for once is not.</summary>
    public const int MinHits = 2;

    // The last tenth of the lifetime, a minute at most: a day's TTL is not cut by hours.
    private const int Share = 10;
    private const long MaxWindowMs = 60_000;

    // The window is shortened by up to a quarter, so that what was stored together is not fetched together.
    private const int JitterSteps = 32;
    private const int JitterShare = 4;

    /// <summary>True if this hit should set off a fetch.</summary>
    [HotPath]
    public static bool IsDue(in EntryHeader header, long remainingMs, int hits)
    {
        if (hits < MinHits)
            return false;
        var window = Math.Min(header.Lifetime.Seconds * 1000L / Share, MaxWindowMs);
        var jitter = (header.ExpiresAt.Milliseconds & (JitterSteps - 1)) * window / (JitterSteps * JitterShare);
        return remainingMs <= window - jitter;
    }
}

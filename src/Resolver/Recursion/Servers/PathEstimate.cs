namespace Resolver.Recursion.Servers;

/// <summary>What is known about the way to one server over one transport: delay, its variance, and loss.</summary>
internal sealed class PathEstimate
{
    /// <summary>The time-out for a server nobody has heard from yet.</summary>
    // Our decision: most of the Internet answers within 300 ms; peers use 376 to 1,500.
    public const int FirstTimeoutMs = 300;

    /// <summary>Milliseconds a server is alone at least before a second one is asked beside it.</summary>
    public const int ShortestRaceMs = 10;

    /// <summary>The shortest time-out: below it, a busy server's scheduling looks like loss.</summary>
    public const int ShortestTimeoutMs = 50;

    /// <summary>The longest time-out of a live query: a client gives up after a few of them.</summary>
    public const int LongestTimeoutMs = 2000;

    /// <summary>A share of lost questions above which another transport is better.</summary>
    public const double HighLoss = 0.4;

    private const double LossWeight = 0.125;

    private long _smoothedUs;
    private long _varianceUs;

    /// <summary>True once an answer has come over this path.</summary>
    public bool IsKnown => _smoothedUs > 0;

    /// <summary>The smoothed round-trip time in microseconds; 0 while unknown.</summary>
    public long SmoothedUs => _smoothedUs;

    /// <summary>The mean deviation of the round-trip time in microseconds.</summary>
    public long VarianceUs => _varianceUs;

    /// <summary>The share of questions that got no answer, smoothed: 0 to 1.</summary>
    public double Loss { get; private set; }

    /// <summary>Questions in a row without an answer.</summary>
    public int SilentInARow { get; private set; }

    /// <summary>When to stop waiting for the first answer, in microseconds.</summary>
    // RFC 6298 §2: smoothed time plus four deviations.
    public long TimeoutUs => Math.Clamp(
        IsKnown ? _smoothedUs + 4 * _varianceUs : FirstTimeoutMs * 1000L,
        ShortestTimeoutMs * 1000L,
        LongestTimeoutMs * 1000L);

    /// <summary>Within this time nine of ten answers come, for racing a second server, in microseconds.</summary>
    // Ninety percent of a normal distribution lie below 1.28 standard deviations, about 1.6 mean deviations.
    // No race begins within ten milliseconds: a rival could hardly win, and on a quick path jitter would start it.
    public long NinetiethUs => IsKnown
        ? Math.Max(_smoothedUs + _varianceUs * 8 / 5, ShortestRaceMs * 1000L)
        : FirstTimeoutMs * 1000L;

    /// <summary>Counts an answer.</summary>
    public void Answered(long microseconds)
    {
        microseconds = Math.Max(1, microseconds);
        if (!IsKnown)
        {
            _smoothedUs = microseconds;
            _varianceUs = microseconds / 2;
        }
        else
        {
            // RFC 6298 §2.3: weights 1/4 and 1/8.
            _varianceUs += (Math.Abs(_smoothedUs - microseconds) - _varianceUs) / 4;
            _smoothedUs += (microseconds - _smoothedUs) / 8;
        }
        Loss += (0 - Loss) * LossWeight;
        SilentInARow = 0;
    }

    /// <summary>Counts a question that got no answer.</summary>
    public void Silent()
    {
        Loss += (1 - Loss) * LossWeight;
        SilentInARow++;
    }

    /// <summary>The server is alive after all, on another path.</summary>
    public void ForgetSilence() => SilentInARow = 0;

    /// <summary>Takes over what another process or another configuration had measured.</summary>
    public void Restore(PathSnapshot snapshot)
    {
        _smoothedUs = Math.Max(0, snapshot.SmoothedUs);
        _varianceUs = Math.Max(0, snapshot.VarianceUs);
        Loss = double.IsFinite(snapshot.Loss) ? Math.Clamp(snapshot.Loss, 0, 1) : 0;
    }

    /// <summary>What has been measured.</summary>
    public PathSnapshot Snapshot() => new(_smoothedUs, _varianceUs, Loss);
}

namespace Simulation.Checkers;

/// <summary>Every query is answered, and before the client asks again.</summary>
public sealed class EveryQueryAnsweredChecker : IChecker
{
    /// <summary>Stub resolvers of glibc and musl wait 5 s.</summary>
    public const double MaxSeconds = 5;

    /// <inheritdoc/>
    public string? Check(Observation observation)
    {
        if (observation.Octets is null)
            return "the query was dropped";
        var seconds = (observation.AnsweredAt - observation.AskedAt) / (double)TimeSpan.TicksPerSecond;
        return seconds > MaxSeconds ? $"answered after {seconds:F3} s" : null;
    }
}

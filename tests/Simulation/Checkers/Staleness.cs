using Simulation.Messages;

namespace Simulation.Checkers;

/// <summary>Whether an answer may be older than its lifetime: it says so, or could not say so.</summary>
/// <param name="IsServed">Whether the resolver serves stale data at all.</param>
public sealed record Staleness(bool IsServed)
{
    private const int StaleAnswer = 3;
    private const int StaleNxDomain = 19;

    /// <summary>True for an answer that is marked stale, or whose client takes no marks.</summary>
    // RFC 8914 §4.4, §4.20: extended errors travel in EDNS.
    public bool IsPossible(WireMessage answer) => IsServed
        && (answer.Edns is null || answer.ExtendedErrors.Any(code => code is StaleAnswer or StaleNxDomain));
}

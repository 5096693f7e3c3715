namespace Resolver.Recursion.Servers;

/// <summary>What was measured about the way to a server over one transport.</summary>
/// <param name="SmoothedUs">The smoothed round-trip time in microseconds; 0 if nothing was heard.</param>
/// <param name="VarianceUs">Its mean deviation in microseconds.</param>
/// <param name="Loss">The share of questions without an answer, 0 to 1.</param>
public readonly record struct PathSnapshot(long SmoothedUs, long VarianceUs, double Loss);

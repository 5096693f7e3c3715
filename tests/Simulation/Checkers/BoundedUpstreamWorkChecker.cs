using Simulation.Net;

namespace Simulation.Checkers;

/// <summary>
/// The queries that go out stay below what the work budget allows for the queries that came in, whatever the zones
/// are like.
/// </summary>
public sealed class BoundedUpstreamWorkChecker(SimulatedNetwork network) : IChecker
{
    /// <summary>
    /// Queries to servers for one client query: the budget (D21), and as many again behind the answer.
    /// </summary>
    public const int MaxPerQuery = 200;

    private int _asked;

    /// <inheritdoc/>
    public string? Check(Observation observation)
    {
        _asked++;
        // Priming and the like belong to no client.
        var allowed = (_asked + 1) * MaxPerQuery;
        return network.Sent.Count > allowed ? $"{network.Sent.Count} queries sent for {_asked} received" : null;
    }
}

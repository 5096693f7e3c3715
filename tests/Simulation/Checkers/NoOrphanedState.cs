using Simulation.Worlds;

namespace Simulation.Checkers;

/// <summary>Long after the last answer the resolver holds no flow, no stream and no question open.</summary>
public static class NoOrphanedState
{
    /// <summary>Adds what is left over to the failures.</summary>
    public static void Check(World world, SimulatedResolver resolver, List<string> failures)
    {
        if (world.Network.OpenFlows > 0)
            failures.Add($"NoOrphanedState: {world.Network.OpenFlows} datagram flows are still open");
        if (world.Network.OpenStreams > 0)
            failures.Add($"NoOrphanedState: {world.Network.OpenStreams} streams are still open");
        if (resolver.InFlightCount > 0)
            failures.Add($"NoOrphanedState: {resolver.InFlightCount} questions are still in flight");
    }
}

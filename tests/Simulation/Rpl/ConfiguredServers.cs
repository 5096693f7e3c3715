namespace Simulation.Rpl;

/// <summary>A stub or forward zone of a scenario.</summary>
/// <param name="Zone">The zone's apex as text.</param>
/// <param name="Addresses">Its servers.</param>
/// <param name="FallsBack">Whether normal resolution follows where these servers fail.</param>
public sealed record ConfiguredServers(string Zone, IReadOnlyList<string> Addresses, bool FallsBack);

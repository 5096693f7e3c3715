namespace Simulation.Rpl;

/// <summary>How playing a scenario ended, and why.</summary>
public sealed record PlayResult(string Scenario, PlayStatus Status, string Reason = "");

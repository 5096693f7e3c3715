namespace Resolver.Cache;

/// <summary>What came of writing or loading a snapshot.</summary>
/// <param name="Fault">Why it was refused, if it was.</param>
/// <param name="Entries">Entries written or loaded.</param>
/// <param name="Skipped">Entries left out: past any use, or known better by now.</param>
/// <param name="Octets">Octets of the snapshot.</param>
public readonly record struct SnapshotSummary(SnapshotFault Fault, long Entries, long Skipped, long Octets);

namespace Simulation.Rpl;

/// <summary>What servers at some addresses answer while the scenario is between two steps.</summary>
public sealed record AnswerRange(int First, int Last)
{
    /// <summary>The servers' addresses; none means every address.</summary>
    public HashSet<string> Addresses { get; } = [];

    /// <summary>What they answer; the first that matches is taken.</summary>
    public List<Entry> Entries { get; } = [];

    /// <summary>True if it holds at a step and for an address.</summary>
    public bool Covers(int step, string address) =>
        step >= First && step <= Last && (Addresses.Count == 0 || Addresses.Contains(address));
}

namespace Simulation.Rpl;

/// <summary>Which of the two families of scenario files one belongs to.</summary>
public enum Dialect
{
    /// <summary>The newer: neutral keys in the configuration; a QUERY step lasts until its answer is there.</summary>
    Neutral,

    /// <summary>The older: one resolver's own configuration syntax; a QUERY step ends at once.</summary>
    Clauses,
}

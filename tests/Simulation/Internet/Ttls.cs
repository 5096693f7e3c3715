namespace Simulation.Internet;

/// <summary>Lifetimes in generated zones. Short, so that a world of minutes sees many of them end.</summary>
public static class Ttls
{
    /// <summary>Lifetimes of data; zero is legal and must not be cached for others.</summary>
    public static readonly uint[] Data = [0, 1, 5, 30, 60, 300];

    /// <summary>Lifetimes of delegations and server addresses.</summary>
    public static readonly uint[] Servers = [60, 120, 300];

    /// <summary>
    /// Seconds for which an answer without a staleness mark may differ from what is true now: the longest data may
    /// be cached after it was fetched from a server that was itself known for the longest time.
    /// </summary>
    public const int LongestMemory = 300 + 300 + 60;
}

namespace Simulation.Checkers;

/// <summary>A rule that must hold for every answer of every run.</summary>
public interface IChecker
{
    /// <summary>Looks at an answer that has just gone out; a sentence about what is wrong, or null.</summary>
    string? Check(Observation observation);
}

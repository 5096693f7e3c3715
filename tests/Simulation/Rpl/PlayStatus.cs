namespace Simulation.Rpl;

/// <summary>How playing a scenario ended.</summary>
public enum PlayStatus
{
    /// <summary>Every answer was as expected.</summary>
    Pass,

    /// <summary>Some answer was not.</summary>
    Fail,

    /// <summary>The file is no scenario.</summary>
    Unreadable,

    /// <summary>It asks for what only the resolver it was written for has.</summary>
    Excluded,

    /// <summary>It has a step that is not played.</summary>
    Unplayable,
}

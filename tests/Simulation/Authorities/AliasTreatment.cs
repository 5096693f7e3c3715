namespace Simulation.Authorities;

/// <summary>Whether a server goes on behind an alias.</summary>
public enum AliasTreatment
{
    /// <summary>As far as its own zones lead.</summary>
    Follow,

    /// <summary>It answers with the alias alone.</summary>
    FirstOnly,
}

using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>What goes along with every look-up of one query.</summary>
/// <param name="Acceptance">What the caller is content with.</param>
/// <param name="Now">The time.</param>
/// <param name="Arena">Where what is found is copied to.</param>
internal readonly record struct Reading(Acceptance Acceptance, Moment Now, CacheArena Arena)
{
    /// <summary>The same for fresh entries only.</summary>
    public Reading Fresh => this with { Acceptance = Acceptance with { Worst = Freshness.Fresh } };
}

namespace Resolver.Cache;

/// <summary>What a caller of the cache is content with.</summary>
/// <param name="Floor">The least credibility.</param>
/// <param name="Worst">The worst freshness.</param>
public readonly record struct Acceptance(Credibility Floor, Freshness Worst)
{
    /// <summary>Fresh data that may stand in a client's answer.</summary>
    // RFC 2181 §5.4.1: glue and referrals never answer a client's question.
    public static Acceptance Fresh => new(Credibility.Answer, Freshness.Fresh);

    /// <summary>Data that may stand in a client's answer, stale if there is nothing better.</summary>
    public static Acceptance Stale => new(Credibility.Answer, Freshness.Stale);

    /// <summary>Fresh data for finding servers: glue and referrals too.</summary>
    public static Acceptance Glue => new(Credibility.Additional, Freshness.Fresh);

    /// <summary>Data for finding servers when those of the fresh data do not answer.</summary>
    public static Acceptance StaleGlue => new(Credibility.Additional, Freshness.Stale);
}

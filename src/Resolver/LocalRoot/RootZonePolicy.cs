namespace Resolver.LocalRoot;

/// <summary>What a copy of the root zone must be like to be used.</summary>
public sealed record RootZonePolicy
{
    /// <summary>The policy for the Internet's root.</summary>
    public static RootZonePolicy Default { get; } = new();

    /// <summary>
    /// Fewest top-level domains. There were 280 in 2010 and there are 1,440 now; a validly signed zone with a handful
    /// would deny all others, with authentication.
    /// </summary>
    public int MinDelegations { get; init; } = 1000;

    /// <summary>
    /// Largest share, in percent, of top-level domains that may come or go from one copy to the next. In 2,575 real
    /// steps it was one percent of the records at most.
    /// </summary>
    public int MaxChangePercent { get; init; } = 5;

    /// <summary>What to do where there is no ZONEMD record.</summary>
    public DigestPolicy WithoutDigest { get; init; } = DigestPolicy.SignaturesSuffice;

    /// <summary>What to do where all ZONEMD records are of unknown kinds, as from 2023-09 to 2023-12.</summary>
    public DigestPolicy WithUnknownDigest { get; init; } = DigestPolicy.SignaturesSuffice;

    /// <summary>When a copy is too near its end to begin with.</summary>
    public RootWatchSettings Watch { get; init; } = RootWatchSettings.Default;
}

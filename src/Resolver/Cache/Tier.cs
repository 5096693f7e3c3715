namespace Resolver.Cache;

/// <summary>
/// Two entries of one name and type live side by side: what answers clients, and what only helps to find servers.
/// So a referral can neither overwrite an answer nor be taken for one.
/// </summary>
internal enum Tier : byte
{
    /// <summary>Of answer rank or better.</summary>
    Answer,

    /// <summary>Glue and referrals.</summary>
    Glue,
}

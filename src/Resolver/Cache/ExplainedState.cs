namespace Resolver.Cache;

/// <summary>Why a cached entry is used, or why it is not.</summary>
public enum ExplainedState : byte
{
    /// <summary>Within its lifetime.</summary>
    Fresh,

    /// <summary>Past its lifetime: served only if nothing fresh can be had.</summary>
    Stale,

    /// <summary>Past its lifetime for longer than stale data may be served.</summary>
    TooOld,

    /// <summary>Its signatures have ended.</summary>
    SignaturesEnded,

    /// <summary>Flushed; its place is not needed yet.</summary>
    Flushed,
}

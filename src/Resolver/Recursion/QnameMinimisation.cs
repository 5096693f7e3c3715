namespace Resolver.Recursion;

/// <summary>How much of a name servers on the way are shown (RFC 9156).</summary>
public enum QnameMinimisation : byte
{
    /// <summary>The whole name, always.</summary>
    Off,

    /// <summary>One label more than the zone, and the whole name once a server does not cope.</summary>
    Relaxed,

    /// <summary>One label more than the zone; a name that is said not to exist has nothing below.</summary>
    Strict,
}

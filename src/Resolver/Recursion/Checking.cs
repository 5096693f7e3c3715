namespace Resolver.Recursion;

/// <summary>Who checks signatures: the resolver, or the client itself (CD, RFC 4035 §3.2.2).</summary>
public enum Checking : byte
{
    /// <summary>The resolver; bogus data is a failure.</summary>
    Enabled,

    /// <summary>The client; bogus data is handed out and never cached.</summary>
    Disabled,
}

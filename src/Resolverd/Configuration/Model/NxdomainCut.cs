namespace Resolverd.Configuration.Model;

/// <summary>Whether a name that does not exist proves that nothing exists below it (RFC 8020).</summary>
internal enum NxdomainCut
{
    /// <summary>Never used.</summary>
    Off,

    /// <summary>Used where the denial is proven by DNSSEC.</summary>
    Secure,

    /// <summary>Used for every denial.</summary>
    Always,
}

namespace Resolverd.Configuration.Model;

/// <summary>How much of a client's address is written to logs.</summary>
internal enum ClientAddresses
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The network: /24 for IPv4, /56 for IPv6.</summary>
    Truncated,

    /// <summary>All of it.</summary>
    Full,
}

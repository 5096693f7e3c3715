namespace Resolverd.Configuration.Values;

/// <summary>Which families make sense for an address.</summary>
internal enum AddressUse
{
    /// <summary>Both.</summary>
    AnyFamily,

    /// <summary>IPv4 alone.</summary>
    IPv4Only,

    /// <summary>IPv6 alone.</summary>
    IPv6Only,
}

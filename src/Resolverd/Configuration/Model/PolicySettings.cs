using Dns;
using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>What is answered without asking, and what is never passed on.</summary>
internal sealed record PolicySettings
{
    private const int MaxNetworks = 1000;
    private const int MaxDomains = 10_000;

    /// <summary>Whether special-use names are answered locally.</summary>
    public required bool SpecialUseNames { get; init; }

    /// <summary>Hosts known locally.</summary>
    public required ValueList<StaticHost> StaticHosts { get; init; }

    /// <summary>Addresses that public names may not have.</summary>
    public required ValueList<HostNetwork> PrivateAddresses { get; init; }

    /// <summary>Names that may have them.</summary>
    public required ValueList<DomainName> PrivateDomains { get; init; }

    /// <summary>The prefix for synthesised IPv6 addresses; nothing: none are made.</summary>
    public required HostNetwork? Dns64Prefix { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static PolicySettings Read(SectionReader r) => new()
    {
        SpecialUseNames = r.Value("special-use-names", Kinds.Boolean, true,
            "Answer names that have no business in the public DNS here: `localhost`, `invalid`, `onion`, `home.arpa`, "
            + "reverse names of private addresses and so on (RFC 6303, RFC 6761)."),
        StaticHosts = r.List("static-hosts", "Hosts known locally, with their reverse names.",
            StaticHost.MaxHosts, StaticHost.Read),
        PrivateAddresses = r.Planned("private-addresses", Kinds.ListOf(Kinds.Network, MaxNetworks), [],
            "Addresses taken out of answers for public names (DNS rebinding)."),
        PrivateDomains = r.Planned("private-domains", Kinds.ListOf(Kinds.Name, MaxDomains), [],
            "Names, with everything below, that may have private addresses."),
        Dns64Prefix = r.Planned("dns64-prefix", Kinds.OptionalValue(Kinds.Dns64Prefix), null,
            "Make IPv6 addresses with this prefix for names that have none (RFC 6147)."),
    };
}

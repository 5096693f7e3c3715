using Dns;
using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>A name with addresses, like a line of a hosts file; the reverse names come with it.</summary>
internal sealed record StaticHost
{
    /// <summary>Most hosts.</summary>
    public const int MaxHosts = 100_000;

    private const int MaxAddresses = 64;

    /// <summary>The name.</summary>
    public required DomainName Name { get; init; }

    /// <summary>Its addresses.</summary>
    public required ValueList<HostAddress> Addresses { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static StaticHost Read(SectionReader r) => new()
    {
        Name = r.Required("name", Kinds.Name, "The host's name."),
        Addresses = r.Required("addresses", Kinds.NonEmptyListOf(Kinds.Address, MaxAddresses), "Its addresses."),
    };
}

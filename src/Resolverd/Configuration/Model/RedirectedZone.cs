using Dns;
using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>A zone whose questions go to servers that the operator names: a forward zone or a stub zone.</summary>
internal sealed record RedirectedZone
{
    /// <summary>Most zones of one kind.</summary>
    public const int MaxZones = 10_000;

    private const int MaxServers = 32;

    /// <summary>The zone; names at and below it are meant.</summary>
    public required DomainName Zone { get; init; }

    /// <summary>The servers.</summary>
    public required ValueList<ServerAddress> Addresses { get; init; }

    /// <summary>Whether normal resolution is tried when the servers fail.</summary>
    public required bool First { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static RedirectedZone Read(SectionReader r) => new()
    {
        Zone = r.Required("zone", Kinds.Name, "The zone; names at and below it are meant. `.` is every name."),
        Addresses = r.Required("addresses", Kinds.NonEmptyListOf(Kinds.Endpoint, MaxServers), "The servers to ask."),
        First = r.Value("first", Kinds.Boolean, false,
            "Ask these servers first, and resolve normally when all of them fail."),
    };
}

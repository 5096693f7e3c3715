using Dns;
using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>A zone kept on board, like the root's copy.</summary>
internal sealed record LocalZone
{
    /// <summary>Most local zones.</summary>
    public const int MaxZones = 1000;

    private const int MaxPrimaries = 32;

    /// <summary>The apex.</summary>
    public required DomainName Name { get; init; }

    /// <summary>The zone file; nothing: the zone comes by transfer.</summary>
    public required string? File { get; init; }

    /// <summary>Servers to transfer it from.</summary>
    public required ValueList<ServerAddress> Primaries { get; init; }

    /// <summary>What the digest decides.</summary>
    public required ZonemdUse Zonemd { get; init; }

    /// <summary>Whether a copy without a digest is refused.</summary>
    public required bool ZonemdRequired { get; init; }

    /// <summary>Whether clients get answers from it with authority.</summary>
    public required bool AnswerClients { get; init; }

    /// <summary>Whether recursion uses it in place of the zone's servers.</summary>
    public required bool UseForResolution { get; init; }

    /// <summary>Whether the zone's servers are asked when there is no good copy.</summary>
    public required bool FallBack { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static LocalZone Read(SectionReader r) => new()
    {
        Name = r.Required("name", Kinds.Name, "The zone's name."),
        File = r.Value("file", Kinds.Optional(Kinds.ReadableFile), null, "The zone file."),
        Primaries = r.Value("primaries", Kinds.ListOf(Kinds.Endpoint, MaxPrimaries), [],
            "Servers to transfer the zone from."),
        Zonemd = r.Value("zonemd", Kinds.Choice<ZonemdUse>(), ZonemdUse.Check,
            "What the zone's digest (RFC 8976) decides: nothing (`off`), whether a copy is taken (`check`), or what "
            + "is logged (`permissive`)."),
        ZonemdRequired = r.Value("zonemd-required", Kinds.Boolean, false, "Refuse a copy that has no digest."),
        AnswerClients = r.Value("answer-clients", Kinds.Boolean, false,
            "Answer clients from the zone with authority (AA)."),
        UseForResolution = r.Value("use-for-resolution", Kinds.Boolean, true,
            "Let recursion use the zone in place of its servers (RFC 8806)."),
        FallBack = r.Value("fall-back", Kinds.Boolean, true, "Ask the zone's servers when there is no good copy."),
    };
}

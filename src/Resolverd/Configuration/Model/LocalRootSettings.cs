using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>The root zone on board (RFC 8806).</summary>
internal sealed record LocalRootSettings
{
    private const int MaxServers = 64;

    /// <summary>Whether there is a copy.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Servers to transfer it from; none: the built-in list.</summary>
    public required ValueList<ServerAddress> Primaries { get; init; }

    /// <summary>A file to take it from as well; nothing: none.</summary>
    public required string? File { get; init; }

    /// <summary>The largest share of records that may come or go in one step, in percent.</summary>
    public required int MaxChange { get; init; }

    /// <summary>Time before the first signature expires at which an alarm is raised.</summary>
    public required TimeSpan AlarmBefore { get; init; }

    /// <summary>Time before the first signature expires at which all sources are tried at once.</summary>
    public required TimeSpan AllSourcesBefore { get; init; }

    /// <summary>Time before the first signature expires at which the copy is dropped.</summary>
    public required TimeSpan DropBefore { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static LocalRootSettings Read(SectionReader r) => new()
    {
        Enabled = r.Planned("enabled", Kinds.Boolean, true,
            "Keep a verified copy of the root zone and answer from it (RFC 8806)."),
        Primaries = r.Planned("primaries", Kinds.ListOf(Kinds.Endpoint, MaxServers), [],
            "Servers to transfer the root zone from. Without any, the ones known to allow it."),
        File = r.Planned("file", Kinds.Optional(Kinds.ReadableFile), null,
            "A zone file to take the copy from when no server gives one."),
        MaxChange = r.Planned("max-change", Kinds.Integer(1, 100, "percent"), 10,
            "A copy that gains or loses a larger share of the last one's records is held until an operator "
            + "accepts it."),
        AlarmBefore = r.Planned("alarm-before", Kinds.Duration("1h", "2w"), Kinds.Time("4d"),
            "Raise an alarm when the first signature needed expires within this time."),
        AllSourcesBefore = r.Planned("all-sources-before", Kinds.Duration("1h", "2w"), Kinds.Time("2d"),
            "Try all sources at once when the first signature needed expires within this time."),
        DropBefore = r.Planned("drop-before", Kinds.Duration("1h", "2w"), Kinds.Time("1d"),
            "Drop the copy and ask the root servers when the first signature needed expires within this time."),
    };
}

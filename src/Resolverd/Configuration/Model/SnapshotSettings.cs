using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>The copy of the cache on disk.</summary>
internal sealed record SnapshotSettings
{
    /// <summary>Whether there is one.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Its file; nothing: in the state folder.</summary>
    public required string? Path { get; init; }

    /// <summary>How often it is written.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static SnapshotSettings Read(SectionReader r) => new()
    {
        Enabled = r.Planned("enabled", Kinds.Boolean, true, "Write the copy, and read it at start."),
        Path = r.Planned("path", Kinds.Optional(Kinds.AnyPath), null,
            "The file. Without it, `cache.snapshot` in the state folder."),
        Interval = r.Planned("interval", Kinds.Duration("10s", "1d"), Kinds.Time("10m"),
            "How often it is written while running; it is written at stop in any case."),
    };
}

using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Refresh of names in use shortly before they expire.</summary>
internal sealed record PrefetchSettings
{
    /// <summary>Whether names are refreshed early.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The last part of a lifetime, in percent, in which a hit starts a refresh.</summary>
    public required int Percent { get; init; }

    /// <summary>The longest that part may be.</summary>
    public required TimeSpan Cap { get; init; }

    /// <summary>Hits that make a name worth it.</summary>
    public required int MinHits { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static PrefetchSettings Read(SectionReader r) => new()
    {
        Enabled = r.Planned("enabled", Kinds.Boolean, true, "Refresh names in use shortly before they expire."),
        Percent = r.Planned("percent", Kinds.Integer(1, 50, "percent"), 10,
            "A hit in the last so many percent of a lifetime starts a refresh."),
        Cap = r.Planned("cap", Kinds.Duration("1s", "1h"), Kinds.Time("1m"),
            "That part of a lifetime is at most this."),
        MinHits = r.Planned("min-hits", Kinds.Integer(1, 1000, "hits"), 2,
            "Hits since the data came that make it worth refreshing."),
    };
}

using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>How much recursion may go on at once.</summary>
internal sealed record ConcurrencySettings
{
    /// <summary>Questions being resolved.</summary>
    public required int MaxResolutions { get; init; }

    /// <summary>Clients waiting for the same question.</summary>
    public required int MaxWaitingPerQuestion { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static ConcurrencySettings Read(SectionReader r) => new()
    {
        MaxResolutions = r.Value("max-resolutions", Kinds.Integer(16, 1_000_000, "questions"), 10_000,
            "Questions being resolved at a time. Above, the oldest slow one is given up."),
        MaxWaitingPerQuestion = r.Planned("max-waiting-per-question", Kinds.Integer(1, 1_000_000, "clients"), 1000,
            "Clients that may wait for one question; further ones are dropped."),
    };
}

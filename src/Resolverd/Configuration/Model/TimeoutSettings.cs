using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>How long servers and clients are waited for.</summary>
internal sealed record TimeoutSettings
{
    /// <summary>For the first answer of a server of which nothing is known.</summary>
    public required TimeSpan First { get; init; }

    /// <summary>The shortest wait for a server that is known to be quick.</summary>
    public required TimeSpan Shortest { get; init; }

    /// <summary>The longest wait for any server.</summary>
    public required TimeSpan Longest { get; init; }

    /// <summary>When a client has its answer at the latest.</summary>
    public required TimeSpan ClientAnswer { get; init; }

    /// <summary>When work on a question ends at the latest.</summary>
    public required TimeSpan Resolution { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static TimeoutSettings Read(SectionReader r) => new()
    {
        First = r.Planned("first", Kinds.Duration("50ms", "5s"), Kinds.Time("300ms"),
            "How long to wait for a server of which nothing is known before another is asked."),
        Shortest = r.Planned("shortest", Kinds.Duration("10ms", "1s"), Kinds.Time("50ms"),
            "The shortest wait, for servers known to be quick."),
        Longest = r.Planned("longest", Kinds.Duration("200ms", "10s"), Kinds.Time("2s"),
            "The longest wait for one answer."),
        ClientAnswer = r.Value("client-answer", Kinds.Duration("500ms", "30s"), Kinds.Time("4500ms"),
            "A client has its answer by then, SERVFAIL at worst: before it gives up. The work goes on for the cache."),
        Resolution = r.Planned("resolution", Kinds.Duration("1s", "1m"), Kinds.Time("10s"),
            "Work on a question ends by then."),
    };
}

using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Answers from expired data when fresh data cannot be had in time (RFC 8767).</summary>
internal sealed record StaleSettings
{
    /// <summary>Whether expired data is used.</summary>
    public required bool Enabled { get; init; }

    /// <summary>How long after expiry.</summary>
    public required TimeSpan MaxAge { get; init; }

    /// <summary>The lifetime told to clients.</summary>
    public required TimeSpan AnswerTtl { get; init; }

    /// <summary>How long fresh data is waited for.</summary>
    public required TimeSpan ClientTimeout { get; init; }

    /// <summary>How long after expiry an answer comes at once, with the refresh behind it.</summary>
    public required TimeSpan RefreshWindow { get; init; }

    /// <summary>The shortest time between two tries to refresh one name.</summary>
    public required TimeSpan RefreshInterval { get; init; }

    /// <summary>Whether the maximum age starts anew with each failed refresh.</summary>
    public required bool TtlReset { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static StaleSettings Read(SectionReader r) => new()
    {
        Enabled = r.Value("enabled", Kinds.Boolean, true,
            "Answer from expired data when servers do not answer in time."),
        MaxAge = r.Value("max-age", Kinds.Duration("1s", "3d"), Kinds.Time("1d"),
            "How long after expiry data may be used."),
        AnswerTtl = r.Value("answer-ttl", Kinds.Duration("1s", "1h"), Kinds.Time("30s"),
            "The lifetime told to clients with expired data (RFC 8767 §4: 30 seconds)."),
        ClientTimeout = r.Value("client-timeout", Kinds.Duration("0ms", "10s"), Kinds.Time("1800ms"),
            "How long fresh data is waited for. `0ms`: answer at once and refresh behind. Zones known to be dead are "
            + "not waited for.",
            KeyChange.OnReload),
        RefreshWindow = r.Planned("refresh-window", Kinds.Duration("0s", "1h"), Kinds.Time("5s"),
            "For this long after expiry a name in use is answered at once and refreshed behind."),
        RefreshInterval = r.Planned("refresh-interval", Kinds.Duration("1s", "1h"), Kinds.Time("30s"),
            "The shortest time between two tries to refresh one name while its servers fail."),
        TtlReset = r.Planned("ttl-reset", Kinds.Boolean, false,
            "Count the maximum age from the last failed refresh and not from expiry."),
    };
}

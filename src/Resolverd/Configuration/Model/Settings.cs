using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Everything an operator can set, checked and immutable. Read once, at the door.</summary>
internal sealed record Settings
{
    /// <summary>What the daemon says about itself.</summary>
    public required ServerSettings Server { get; init; }

    /// <summary>Where clients are listened to.</summary>
    public required ListenSettings Listen { get; init; }

    /// <summary>Which clients may ask.</summary>
    public required AccessSettings Access { get; init; }

    /// <summary>Limits of TCP connections from clients.</summary>
    public required TcpSettings Tcp { get; init; }

    /// <summary>How authoritative servers are asked.</summary>
    public required RecursionSettings Recursion { get; init; }

    /// <summary>Zones whose questions are forwarded to other resolvers.</summary>
    public required ValueList<RedirectedZone> ForwardZones { get; init; }

    /// <summary>Zones whose authoritative servers the operator names.</summary>
    public required ValueList<RedirectedZone> StubZones { get; init; }

    /// <summary>What is remembered.</summary>
    public required CacheSettings Cache { get; init; }

    /// <summary>Answers from expired data.</summary>
    public required StaleSettings Stale { get; init; }

    /// <summary>Refresh before expiry.</summary>
    public required PrefetchSettings Prefetch { get; init; }

    /// <summary>Validation.</summary>
    public required DnssecSettings Dnssec { get; init; }

    /// <summary>The root zone on board.</summary>
    public required LocalRootSettings LocalRoot { get; init; }

    /// <summary>Other zones on board.</summary>
    public required ValueList<LocalZone> LocalZones { get; init; }

    /// <summary>What is answered without asking, and what is never passed on.</summary>
    public required PolicySettings Policy { get; init; }

    /// <summary>What answers carry.</summary>
    public required AnswerSettings Answers { get; init; }

    /// <summary>The control socket.</summary>
    public required ControlSettings Control { get; init; }

    /// <summary>The folder for the daemon's own files.</summary>
    public required string StateDir { get; init; }

    /// <summary>What is written to standard error.</summary>
    public required LoggingSettings Logging { get; init; }

    /// <summary>Parts that can be switched off.</summary>
    public required SwitchSettings Switches { get; init; }

    /// <summary>What only tests need.</summary>
    public required TestingSettings Testing { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static Settings Read(SectionReader r) => new()
    {
        Server = r.Section("server", "What the daemon says about itself.", ServerSettings.Read, KeyChange.OnReload),
        Listen = r.Section("listen", "Where clients are listened to.", ListenSettings.Read),
        Access = r.Section("access", "Which clients may ask.", AccessSettings.Read, KeyChange.OnReload),
        Tcp = r.Section("tcp", "Limits of TCP connections from clients.", TcpSettings.Read),
        Recursion = r.Section("recursion", "How authoritative servers are asked.", RecursionSettings.Read,
            KeyChange.OnReload),
        ForwardZones = r.List("forward-zones",
            "Zones whose questions go to other resolvers (with RD); answers are validated all the same.",
            RedirectedZone.MaxZones, RedirectedZone.Read, KeyChange.OnReload),
        StubZones = r.List("stub-zones",
            "Zones whose authoritative servers are named here (asked without RD).",
            RedirectedZone.MaxZones, RedirectedZone.Read, KeyChange.OnReload),
        Cache = r.Section("cache", "What is remembered, how much and for how long.", CacheSettings.Read),
        Stale = r.Section("stale", "Answers from expired data when servers do not answer in time (RFC 8767).",
            StaleSettings.Read),
        Prefetch = r.Section("prefetch", "Refresh of names in use shortly before they expire.", PrefetchSettings.Read),
        Dnssec = r.Section("dnssec", "Validation.", DnssecSettings.Read, KeyChange.OnReload),
        LocalRoot = r.Section("local-root", "The root zone on board (RFC 8806).", LocalRootSettings.Read),
        LocalZones = r.PlannedList("local-zones", "Other zones on board, by the same means as the root.",
            LocalZone.MaxZones, LocalZone.Read),
        Policy = r.Section("policy", "What is answered without asking, and what is never passed on.",
            PolicySettings.Read, KeyChange.OnReload),
        Answers = r.Section("answers", "What answers carry.", AnswerSettings.Read, KeyChange.OnReload),
        Control = r.Section("control", "The socket by which a running daemon is controlled.", ControlSettings.Read),
        StateDir = r.Value("state-dir", Kinds.AnyPath, "/var/lib/resolverd",
            "The folder for the daemon's own files. Nothing is written elsewhere."),
        Logging = r.Section("logging", "What is written to standard error.", LoggingSettings.Read, KeyChange.OnReload),
        Switches = r.Section("switches",
            "Parts that only serve speed or safety and can be switched off with no change in any answer.",
            SwitchSettings.Read),
        Testing = r.Section("testing",
            "What only tests need. Nothing here is safe on a machine that people depend on.", TestingSettings.Read),
    };
}

using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>What is written to standard error.</summary>
internal sealed record LoggingSettings
{
    /// <summary>The least important messages that are written.</summary>
    public required LogLevelChoice Level { get; init; }

    /// <summary>How messages look.</summary>
    public required LogFormat Format { get; init; }

    /// <summary>Messages per minute and cause.</summary>
    public required int MaxPerCause { get; init; }

    /// <summary>How much of a client's address is shown.</summary>
    public required ClientAddresses ClientAddresses { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static LoggingSettings Read(SectionReader r) => new()
    {
        Level = r.Value("level", Kinds.Choice<LogLevelChoice>(), LogLevelChoice.Info,
            "The least important messages that are written."),
        Format = r.Value("format", Kinds.Choice<LogFormat>(), LogFormat.Plain,
            "Lines for people (`plain`; under systemd with the journal's priorities in place of times), or one JSON "
            + "object per line (`json`)."),
        MaxPerCause = r.Value("max-per-cause", Kinds.Integer(1, 1_000_000, "per minute"), 10,
            "Messages about one recurring cause per minute; the next one says how many were left out."),
        ClientAddresses = r.Planned("client-addresses", Kinds.Choice<ClientAddresses>(), ClientAddresses.Truncated,
            "How much of a client's address is shown: all (`full`), its /24 or /56 network (`truncated`), or `none`."),
    };
}

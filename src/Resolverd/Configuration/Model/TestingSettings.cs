using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>What only tests need. Nothing here is safe on a machine that people depend on.</summary>
internal sealed record TestingSettings
{
    /// <summary>Whether the rest of the section may be used.</summary>
    public required bool Enabled { get; init; }

    /// <summary>A file with seconds to add to the clock; nothing: the clock as it is.</summary>
    public required string? ClockOffsetFile { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static TestingSettings Read(SectionReader r) => new()
    {
        Enabled = r.Value("enabled", Kinds.Boolean, false,
            "Allow the other keys of this section. The log says loudly that this is a test."),
        ClockOffsetFile = r.Value("clock-offset-file", Kinds.Optional(Kinds.ReadableFile), null,
            "A file with a decimal number of seconds, possibly negative, to add to the time by which data lives; it "
            + "is read again within 50 ms of a change. Time-outs are not moved."),
    };
}

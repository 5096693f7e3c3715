using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>The work one client query may cause; when it is used up the query fails with an extended error.</summary>
internal sealed record BudgetSettings
{
    /// <summary>Queries sent to servers.</summary>
    public required int Queries { get; init; }

    /// <summary>Queries sent to servers for one name on the way.</summary>
    public required int QueriesPerName { get; init; }

    /// <summary>Octets received from servers.</summary>
    public required ByteSize Received { get; init; }

    /// <summary>Processor time.</summary>
    public required TimeSpan CpuTime { get; init; }

    /// <summary>Links of an alias chain.</summary>
    public required int AliasChain { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static BudgetSettings Read(SectionReader r) => new()
    {
        Queries = r.Value("queries", Kinds.Integer(10, 10_000, "queries"), 100,
            "Queries sent to servers, whatever for: aliases, server addresses, keys, retries."),
        QueriesPerName = r.Value("queries-per-name", Kinds.Integer(5, 10_000, "queries"), 50,
            "Queries sent to servers for any one name on the way."),
        Received = r.Value("received", Kinds.Bytes(ByteSize.KiB(64), ByteSize.MiB(64)), ByteSize.KiB(512),
            "Octets taken from servers."),
        CpuTime = r.Planned("cpu-time", Kinds.Duration("5ms", "10s"), Kinds.Time("100ms"),
            "Processor time, validation included."),
        AliasChain = r.Planned("alias-chain", Kinds.Integer(1, 32, "links"), 12,
            "Links of a chain of aliases that are followed."),
    };
}

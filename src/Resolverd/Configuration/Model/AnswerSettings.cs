using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>What answers carry.</summary>
internal sealed record AnswerSettings
{
    /// <summary>Whether failures carry extended errors.</summary>
    public required bool ExtendedErrors { get; init; }

    /// <summary>Whether sections nobody asked for are left out.</summary>
    public required bool MinimalResponses { get; init; }

    /// <summary>Whether queries without RD are answered from the cache.</summary>
    public required bool AllowNonrecursive { get; init; }

    /// <summary>The order of records inside an RRset.</summary>
    public required RecordRotation Rotation { get; init; }

    /// <summary>Whether clients are given cookies.</summary>
    public required bool Cookies { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static AnswerSettings Read(SectionReader r) => new()
    {
        ExtendedErrors = r.Value("extended-errors", Kinds.Boolean, true,
            "Say why an answer failed (RFC 8914), to clients that speak EDNS."),
        MinimalResponses = r.Planned("minimal-responses", Kinds.Boolean, true,
            "Leave out name servers and addresses that nobody asked for."),
        AllowNonrecursive = r.Value("allow-nonrecursive", Kinds.Boolean, false,
            "Answer queries without RD from the cache. Otherwise they are refused, so that nobody can look what "
            + "others asked for."),
        Rotation = r.Value("rotation", Kinds.Choice<RecordRotation>(), RecordRotation.Cyclic,
            "The order of records inside the final RRset. Aliases are never moved."),
        Cookies = r.Planned("cookies", Kinds.Boolean, true, "Give clients DNS cookies (RFC 7873, RFC 9018)."),
    };
}

using Dns;

namespace Dnssec.Zones;

/// <summary>The verdict on a zone, with the first fault found.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Owner">Where.</param>
/// <param name="Type">With the RRset of which type.</param>
/// <param name="Reason">Why the signature or the keys fail.</param>
public sealed record ZoneVerification(ZoneFault Fault, DomainName Owner, RecordType Type, ValidationReason Reason)
{
    /// <summary>True if nothing is wrong.</summary>
    public bool IsGood => Fault == ZoneFault.None;

    /// <summary>RRsets whose signatures were found to hold.</summary>
    public int SignedSets { get; init; }

    /// <summary>
    /// When the first signature that the verdict rests on ends. From then on the zone is not whole any more.
    /// </summary>
    public UnixTime EarliestExpiration { get; init; }

    /// <summary>One line for a log.</summary>
    public override string ToString() => IsGood
        ? $"{SignedSets} RRsets signed, the first until {EarliestExpiration}"
        : $"{Fault} at {Owner} {Type}{(Reason == ValidationReason.None ? "" : $": {Reason}")}";
}

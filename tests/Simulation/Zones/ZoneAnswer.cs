using Dns;
using Simulation.Messages;

namespace Simulation.Zones;

/// <summary>One step of a resolution inside one zone.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Records">The set: data, CNAME, DNAME or the NS set of the delegation.</param>
/// <param name="Target">Where an alias leads; null for a DNAME that overflows.</param>
public sealed record ZoneAnswer(ZoneAnswerKind Kind, IReadOnlyList<WireRecord> Records, DomainName? Target = null)
{
    /// <summary>The CNAME that a DNAME makes (RFC 6672 §3.1).</summary>
    public WireRecord? Synthesised { get; init; }
}

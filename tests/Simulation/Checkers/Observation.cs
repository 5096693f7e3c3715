using Simulation.Messages;
using Simulation.Net;

namespace Simulation.Checkers;

/// <summary>One question of a client and what came of it.</summary>
public sealed class Observation
{
    /// <summary>What was asked.</summary>
    public required WireMessage Query { get; init; }

    /// <summary>How it was asked.</summary>
    public required Transport Transport { get; init; }

    /// <summary>When, in ticks.</summary>
    public required long AskedAt { get; init; }

    /// <summary>Queries that the resolver had sent before.</summary>
    public required int SentBefore { get; init; }

    /// <summary>When the answer came; meaningless before.</summary>
    public long AnsweredAt { get; set; }

    /// <summary>Queries that the resolver had sent by then.</summary>
    public int SentAfter { get; set; }

    /// <summary>The answer as it came; null if the query was dropped or nothing has come yet.</summary>
    public byte[]? Octets { get; set; }

    /// <summary>The answer, read; null if there is none or it is malformed.</summary>
    public WireMessage? Answer { get; set; }

    /// <summary>The question.</summary>
    public WireQuestion Question => Query.Question!;

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"at {AskedAt / 10_000_000.0:F3} s over {Transport}: {Question}");
}

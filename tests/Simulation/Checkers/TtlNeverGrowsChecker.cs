using Dns;
using Simulation.Internet;
using Simulation.Messages;
using Simulation.Net;

namespace Simulation.Checkers;

/// <summary>
/// A lifetime is never longer than its zone gave, and the end of a record's life moves only if servers were asked
/// since it was last seen.
/// </summary>
public sealed class TtlNeverGrowsChecker(
    SimulatedInternet internet, SimulatedNetwork network, Staleness staleness) : IChecker
{
    /// <summary>TTLs are whole seconds, rounded up.</summary>
    private const long Rounding = TimeSpan.TicksPerSecond;

    /// <summary>A fetch that was under way when a record was last seen may have renewed it since.</summary>
    private const long LongestFetch = 10 * TimeSpan.TicksPerSecond;

    private readonly Dictionary<string, (long End, long SeenAt)> _seen = [];

    /// <inheritdoc/>
    public string? Check(Observation observation)
    {
        if (observation.Answer is not { } answer || staleness.IsPossible(answer))
            return null;
        foreach (var record in answer.Answers)
        {
            if (CheckLimit(record) is { } fault)
                return fault;
            var end = observation.AnsweredAt + record.Ttl * TimeSpan.TicksPerSecond;
            if (_seen.TryGetValue(record.Key, out var last) && end > last.End + Rounding
                && !IsAskedSince(last.SeenAt - LongestFetch))
                return $"{record} lives longer than when it was last seen, and nobody was asked since";
            _seen[record.Key] = (end, observation.AnsweredAt);
        }
        return null;
    }

    private bool IsAskedSince(long time) => network.Sent is [.., var last] && last.Time > time;

    private string? CheckLimit(WireRecord record)
    {
        var longest = internet.History
            .SelectMany(version => version.Truth(record.Owner, record.Type)?.Records ?? [])
            .Select(truth => truth.Ttl)
            .DefaultIfEmpty(uint.MaxValue)
            .Max();
        return record.Type != RecordType.Rrsig && record.Ttl > longest
            ? $"{record} lives longer than its zone says, {longest}"
            : null;
    }
}

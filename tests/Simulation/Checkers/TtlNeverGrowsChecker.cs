using Dns;
using Simulation.Internet;
using Simulation.Messages;

namespace Simulation.Checkers;

/// <summary>
/// A lifetime is never longer than its zone gave, and the end of a record's life moves only if servers were asked
/// since it was last seen.
/// </summary>
public sealed class TtlNeverGrowsChecker(SimulatedInternet internet) : IChecker
{
    /// <summary>TTLs are whole seconds, rounded up.</summary>
    private const long Slack = TimeSpan.TicksPerSecond;

    private readonly Dictionary<string, (long End, int Sent)> _seen = [];

    /// <inheritdoc/>
    public string? Check(Observation observation)
    {
        if (observation.Answer is not { } answer || answer.ExtendedErrors.Any(code => code is 3 or 19))
            return null;
        foreach (var record in answer.Answers)
        {
            if (CheckLimit(record) is { } fault)
                return fault;
            var end = observation.AnsweredAt + record.Ttl * TimeSpan.TicksPerSecond;
            var key = record.Key;
            if (_seen.TryGetValue(key, out var last) && end > last.End + Slack && last.Sent == observation.SentAfter)
                return $"{record} lives longer than when it was last seen, and nobody was asked since";
            if (last.End < end || last.Sent < observation.SentAfter)
                _seen[key] = (end, observation.SentAfter);
        }
        return null;
    }

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

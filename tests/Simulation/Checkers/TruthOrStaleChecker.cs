using Dns;
using Simulation.Internet;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Checkers;

/// <summary>
/// Everything an answer says was true at some time from which it may still be remembered: each alias, the data, the
/// denial. An answer marked stale may be as old as it likes; a failure claims nothing.
/// </summary>
public sealed class TruthOrStaleChecker(SimulatedInternet internet, Staleness staleness) : IChecker
{
    /// <inheritdoc/>
    public string? Check(Observation observation)
    {
        if (observation.Answer is not { } answer)
            return null;
        var memory = staleness.IsPossible(answer) ? long.MaxValue / 2 : Ttls.LongestMemory * TimeSpan.TicksPerSecond;
        ZoneSet[] versions = [.. internet.Since(observation.AskedAt - memory)];
        var name = answer.Question!.Name;
        var type = answer.Question.Type;
        for (var i = 0; i < answer.Answers.Count; i++)
        {
            var record = answer.Answers[i];
            if (record.Type == RecordType.Dname && !record.Owner.Equals(name))
                continue;
            if (record.Type != RecordType.Cname || type == RecordType.Cname)
                break;
            var target = record.Target!;
            if (!versions.Any(version => IsAlias(version.Truth(name, type), target)))
                return $"{record} was never true; truth: {Describe(versions, name, type)}";
            name = target;
        }
        return CheckEnd(answer, versions, name, type);
    }

    private static string? CheckEnd(WireMessage answer, ZoneSet[] versions, DomainName name, RecordType type)
    {
        var data = answer.Answers.Where(record => record.Type == type && record.Owner.Equals(name)).ToList();
        if (data.Count > 0)
        {
            if (answer.IsTruncated || versions.Any(version => IsData(version.Truth(name, type), data)))
                return null;
            return $"{string.Join(" + ", data)} was never the data; truth: {Describe(versions, name, type)}";
        }
        ZoneAnswerKind? kind = answer.ResponseCode switch
        {
            ResponseCode.NoError when !answer.IsTruncated => ZoneAnswerKind.NoData,
            ResponseCode.NxDomain => ZoneAnswerKind.NxDomain,
            _ => null,
        };
        return kind is null || versions.Any(version => version.Truth(name, type)?.Kind == kind)
            ? null
            : $"{name} {type} was never {kind}; truth: {Describe(versions, name, type)}";
    }

    private static bool IsAlias(ZoneAnswer? truth, DomainName target) =>
        truth is { Kind: ZoneAnswerKind.Cname or ZoneAnswerKind.Dname } && target.Equals(truth.Target);

    private static bool IsData(ZoneAnswer? truth, List<WireRecord> data) => truth switch
    {
        { Kind: ZoneAnswerKind.Data } => IsSame(truth.Records, data),
        // RFC 6672 §3.1: whoever asks for the CNAME itself gets the one the DNAME makes.
        { Kind: ZoneAnswerKind.Dname, Synthesised: { } cname } => IsSame([cname], data),
        _ => false,
    };

    private static bool IsSame(IReadOnlyList<WireRecord> truth, List<WireRecord> data) => truth.Count == data.Count
        && truth.All(expected => data.Exists(record => record.DataKey == expected.DataKey));

    private static string Describe(ZoneSet[] versions, DomainName name, RecordType type) =>
        string.Join(" / ", versions.Select(version => version.Truth(name, type) is { } truth
            ? $"{truth.Kind} {string.Join(" + ", truth.Records)}"
            : "no zone").Distinct());
}

using Dns;
using Dns.Wire;
using Simulation.Messages;

namespace Simulation.Checkers;

/// <summary>
/// Every answer has a form that every client understands: chain first and in order, nothing foreign, the question
/// and the bits echoed, OPT only where asked for, no more octets than the client takes.
/// </summary>
public sealed class AnswerOrderChecker : IChecker
{
    /// <inheritdoc/>
    public string? Check(Observation observation)
    {
        if (observation.Octets is null)
            return null;
        if (observation.Answer is not { } answer)
            return "the answer is malformed: " + Convert.ToHexString(observation.Octets);
        return CheckHeader(observation, answer) ?? CheckSize(observation) ?? AnswerOrder.FirstFault(answer)
            ?? CheckCompleteness(answer);
    }

    private static string? CheckHeader(Observation observation, WireMessage answer)
    {
        var query = observation.Query;
        if (answer.Id != query.Id || !answer.IsResponse)
            return "not a response to this query";
        if (answer.Questions is not [var question] || !question.Name.Wire.SequenceEqual(query.Question!.Name.Wire)
            || question.Type != query.Question.Type)
            return "the question comes back changed";
        const int Echoed = MessageHeader.RecursionDesiredBit | MessageHeader.CheckingDisabledBit;
        if ((answer.Flags & Echoed) != (query.Flags & Echoed))
            return $"RD or CD changed: {answer.Flags:x4}";
        if ((answer.Flags & (MessageHeader.AuthoritativeBit | 0x0040)) != 0)
            return $"AA or Z is set: {answer.Flags:x4}";
        var wantsAd = query.IsDnssecOk || (query.Flags & MessageHeader.AuthenticDataBit) != 0;
        if ((answer.Flags & MessageHeader.AuthenticDataBit) != 0 && !wantsAd)
            return "AD for a client that did not ask";
        if (answer.Edns is not null != query.Edns is not null)
            return "OPT does not follow the query";
        return !query.IsDnssecOk && answer.Answers.Exists(record => record.Type == RecordType.Rrsig)
            ? "signatures for a client that did not ask"
            : null;
    }

    private static string? CheckSize(Observation observation)
    {
        var limit = observation.Transport == Net.Transport.Tcp
            ? ushort.MaxValue
            : Math.Max(512, (int)(observation.Query.Edns?.PayloadSize ?? 512));
        return observation.Octets!.Length > limit
            ? $"{observation.Octets.Length} octets, the client takes {limit}"
            : null;
    }

    // A NOERROR answer with aliases must go on to data or to the SOA of a denial: most clients ask no second time.
    private static string? CheckCompleteness(WireMessage answer)
    {
        if (answer.ResponseCode != ResponseCode.NoError || answer.IsTruncated || answer.Answers.Count == 0)
            return null;
        var last = answer.Answers.FindLast(record => record.Type != RecordType.Rrsig)!;
        var isBare = last.Type == RecordType.Cname && answer.Question!.Type is not (RecordType.Cname or RecordType.Any);
        return isBare && !answer.Authority.Exists(record => record.Type == RecordType.Soa) ? "a bare alias" : null;
    }
}

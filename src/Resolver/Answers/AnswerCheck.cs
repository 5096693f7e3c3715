using Dns;
using Dns.Wire;
using Resolver.Queries;

namespace Resolver.Answers;

/// <summary>
/// Reads a response as the strictest client would and says what is wrong with its form. It shares nothing with the
/// encoder: the encoder cannot write a wrong order, and this shows that it does not.
/// </summary>
public static class AnswerCheck
{
    /// <summary>Demands that the response is in order.</summary>
    /// <exception cref="InvariantException">It is not: a bug of the encoder.</exception>
    public static void Demand(ReadOnlySpan<byte> response, in Query query)
    {
        var fault = Find(response, query.Name);
        Invariant.Require(fault == AnswerFault.None, fault.ToString());
    }

    /// <summary>The first fault found in a response to a question for the given name.</summary>
    public static AnswerFault Find(ReadOnlySpan<byte> response, ReadOnlySpan<byte> name)
    {
        if (!MessageReader.TryStart(response, out var reader) || !reader.TryReadQuestion(out var question))
            return AnswerFault.Unreadable;
        Span<byte> asked = stackalloc byte[WireName.MaxLength];
        if (!asked[..question.Name.CopyTo(asked)].SequenceEqual(name))
            return AnswerFault.QuestionChanged;
        var order = new AnswerOrder(stackalloc byte[WireName.MaxLength], name, question.Type);
        while (reader.TryReadRecord(out var record))
        {
            if (record.Section == Section.Answer && order.Add(record) is var fault and not AnswerFault.None)
                return fault;
        }
        if (!reader.IsAtEnd)
            return AnswerFault.Unreadable;
        return order.Finish(reader.Header);
    }
}

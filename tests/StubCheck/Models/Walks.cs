using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Models;

/// <summary>How clients walk an answer section. Each client is one of these with a few habits of its own.</summary>
internal static class Walks
{
    /// <summary>
    /// The C library's: the expected name starts as the question's and becomes the target of every alias met, whoever
    /// owns it; a record counts if it is owned by the name expected at that moment.
    /// </summary>
    public static Reading ExpectedName(Query query, Message reply, Func<Record, bool>? stopsAt = null)
    {
        var expected = query.Name;
        var taken = new List<byte[]>();
        foreach (var record in reply.Answers.Where(record => record.Class == 1))
        {
            if (stopsAt is not null && stopsAt(record))
                break;
            if (record.IsAlias && query.Type != RecordTypes.Cname)
                expected = record.Target;
            else if (record.Type == query.Type && record.Owner.IsSameAs(expected))
                taken.Add(record.Rdata);
        }

        return Give(taken);
    }

    /// <summary>As <see cref="ExpectedName"/>, but an alias counts only where its owner is the name expected.</summary>
    public static Reading StrictExpectedName(Query query, Message reply)
    {
        var expected = query.Name;
        var taken = new List<byte[]>();
        foreach (var record in reply.Answers.Where(record => record.Class == 1 && record.Owner.IsSameAs(expected)))
        {
            if (record.IsAlias && query.Type != RecordTypes.Cname)
                expected = record.Target;
            else if (record.Type == query.Type)
                taken.Add(record.Rdata);
        }

        return Give(taken);
    }

    /// <summary>Every record of the types given, whoever owns it.</summary>
    public static Reading AnyOwner(Message reply, params ushort[] types) =>
        Give([.. reply.Answers.Where(record => types.Contains(record.Type)).Select(record => record.Rdata)]);

    /// <summary>The chain in whatever order it comes, and what stands at its end.</summary>
    public static Reading AnyOrder(Query query, Message reply)
    {
        var truth = Truth.Of(query, reply);

        return truth.Kind == TruthKind.Unfinished ? new Reading.AsksAgain() : Give(truth.Data);
    }

    /// <summary>What most clients make of the header: null if they read on.</summary>
    public static Reading? Header(Exchange exchange, Message reply)
    {
        var asked = exchange.Query;
        if (!reply.IsResponse)
            return new Reading.Failed("not marked as a response");
        if (reply.QuestionCount != 1 || reply.Questions.Count != 1)
            return new Reading.Failed("not exactly one question");
        if (!reply.Questions[0].Name.IsSameAs(asked.Name) || reply.Questions[0].Type != asked.Type)
            return new Reading.Failed("another question than the one asked");
        if (reply.IsTruncated && asked.Mode.Transport == Transport.Tcp)
            return new Reading.Failed("TC over TCP");
        if (reply.Faults.Contains(WireFault.Cut) || reply.Faults.Contains(WireFault.BadName))
            return new Reading.Failed("cannot be parsed");

        return reply.Rcode switch
        {
            0 => null,
            3 => new Reading.Nothing(),
            _ => new Reading.Failed($"response code {reply.Rcode}"),
        };
    }

    private static Reading Give(IReadOnlyList<byte[]> taken) =>
        taken.Count > 0 ? new Reading.Took(taken) : new Reading.Nothing();
}

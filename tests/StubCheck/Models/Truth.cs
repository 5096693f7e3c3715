using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Models;

/// <summary>
/// What a reply says to a reader with all the patience in the world: the chain from the question's name, whatever the
/// order of records, and what stands at its end. Models are judged against it.
/// </summary>
internal sealed record Truth(TruthKind Kind, WireName ChainEnd, int Links, IReadOnlyList<byte[]> Data)
{
    // A chain of more links than any client follows is a loop for this purpose.
    private const int MaxLinks = 64;

    /// <summary>Reads a reply.</summary>
    public static Truth Of(Query query, Message reply)
    {
        var answers = reply.Answers.Where(record => record.Class == 1).ToList();
        var (name, links) = (query.Name, 0);
        while (links < MaxLinks && Next(query, answers, name) is { } next)
        {
            name = next;
            links++;
        }

        var data = answers.Where(record => record.Type == query.Type && record.Owner.IsSameAs(name))
            .Select(record => record.Rdata)
            .ToList();

        return new Truth(KindOf(reply, data.Count, links), name, links, data);
    }

    private static WireName? Next(Query query, List<Record> answers, WireName name)
    {
        if (query.Type is RecordTypes.Cname or RecordTypes.Any)
            return null;
        if (answers.Find(record => record.IsAlias && record.Owner.IsSameAs(name)) is { } alias)
            return alias.Target;

        // RFC 6672 §3.1: the CNAME that a DNAME stands for, where it was left out.
        var dname = answers.Find(record => record.Type == RecordTypes.Dname && record.Names.Count == 1
            && name.IsAtOrBelow(record.Owner) && !name.IsSameAs(record.Owner));

        return dname is null ? null : name.Redirect(dname.Owner, dname.Target);
    }

    private static TruthKind KindOf(Message reply, int data, int links)
    {
        if (data > 0)
            return TruthKind.Data;
        if (reply.IsTruncated)
            return TruthKind.Truncated;
        if (reply.Rcode == 3)
            return TruthKind.NoName;
        if (reply.Rcode != 0)
            return TruthKind.Failure;
        var hasSoa = reply.Authority.Any(record => record.Type == RecordTypes.Soa);

        return links == 0 || hasSoa ? TruthKind.NoData : TruthKind.Unfinished;
    }
}

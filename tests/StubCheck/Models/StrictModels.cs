using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Models;

/// <summary>The clients that refuse a whole reply for one record out of place.</summary>
internal static class StrictModels
{
    private const int PlainLimit = 512;

    /// <summary>Any order, one chain, one alias per owner, no stranger.</summary>
    public static Reading Chromium(Exchange exchange, Message reply)
    {
        if (TooLong(exchange) || Recased(exchange, reply))
            return new Reading.Failed("drops a reply that is too long or echoes another question");
        if (Walks.Header(exchange, reply) is { } verdict)
            return verdict;

        var aliases = reply.Answers.Where(record => record.IsAlias).ToList();
        var (name, followed) = (exchange.Query.Name, 0);
        foreach (var alias in aliases)
        {
            if (aliases.Count(other => other.Owner.IsSameAs(alias.Owner)) > 1)
                return new Reading.Failed("multiple CNAMEs");
        }

        while (followed < aliases.Count && aliases.Find(alias => alias.Owner.IsSameAs(name)) is { } next)
        {
            name = next.Target;
            followed++;
        }

        var data = reply.Answers.Where(record => record.Type == exchange.Query.Type).ToList();
        if (followed < aliases.Count || data.Exists(record => !record.Owner.IsSameAs(name)))
            return new Reading.Failed("a record that is not on the chain");

        return data.Count == 0 ? new Reading.Nothing() : Take(data);
    }

    /// <summary>Record by record: each owner has the octets of the name expected then, whatever its type.</summary>
    public static Reading HaProxy(Exchange exchange, Message reply)
    {
        if (reply.IsTruncated)
            return new Reading.Beyond("has no TCP");
        if (reply.Answers.Any(record => record.Type == RecordTypes.Dname))
            return new Reading.Beyond("knows no DNAME");
        if (TooLong(exchange) || Recased(exchange, reply))
            return new Reading.Failed("drops a reply that is too long or echoes another question");
        if (reply.Faults.Contains(WireFault.PointerForward))
            return new Reading.Failed("a pointer that leads forward");

        return Walks.Header(exchange, reply) ?? OctetByOctet(exchange.Query, reply, knowsOtherTypes: true);
    }

    /// <summary>Every address, whoever owns it; unexpected flags are fatal, and so is the other family.</summary>
    public static Reading Nginx(Exchange exchange, Message reply)
    {
        const int watched = 0xf870;
        const int expected = 0x8000;
        if ((reply.Flags & watched) != expected)
            return new Reading.Failed("drops a reply with Z, AD or CD");
        if (Walks.Header(exchange, reply) is { } verdict)
            return verdict;
        var other = exchange.Query.Type == RecordTypes.A ? RecordTypes.Aaaa : RecordTypes.A;
        if (reply.Answers.Any(record => record.Type == other))
            return new Reading.Failed("an address of the other family");

        return Walks.AnyOwner(reply, exchange.Query.Type) is Reading.Took took
            ? took
            : reply.Answers.Any(record => record.IsAlias) ? new Reading.AsksAgain() : new Reading.Nothing();
    }

    /// <summary>An alias counts only in its place, and there is no TCP.</summary>
    public static Reading Udns(Exchange exchange, Message reply) =>
        reply.IsTruncated
            ? new Reading.Beyond("has no TCP")
            : Walks.Header(exchange, reply) ?? Walks.StrictExpectedName(exchange.Query, reply);

    /// <summary>
    /// The worst that is bought: reads strictly in order, compares octets, knows no type but the one it asked for and
    /// CNAME, and restarts the machine when something is not where it should be.
    /// </summary>
    public static Reading Switch(Exchange exchange, Message reply)
    {
        const ushort plainAnswer = 0x8180;
        if (reply.Answers.Any(record => record.Type == RecordTypes.Dname))
            return new Reading.Beyond("knows no DNAME");
        if ((reply.Flags & ~0xf) != plainAnswer)
            return new Reading.Failed($"flags {reply.Flags:x4}");
        if (reply.Faults.Count > 0 || TooLong(exchange) || Recased(exchange, reply))
            return new Reading.Failed("octets that it cannot place");
        if (Walks.Header(exchange, reply) is { } verdict)
            return verdict;
        if (reply.Additional.Any(record => record.Type != RecordTypes.Opt || !exchange.Query.Mode.HasEdns))
            return new Reading.Failed("additional records that nobody asked for");

        return OctetByOctet(exchange.Query, reply, knowsOtherTypes: false);
    }

    private static Reading OctetByOctet(Query query, Message reply, bool knowsOtherTypes)
    {
        var expected = query.Name;
        var data = new List<Record>();
        foreach (var record in reply.Answers)
        {
            if (!record.Owner.Equals(expected))
                return new Reading.Failed($"{record} where {expected} was expected");
            if (record.IsAlias && query.Type != RecordTypes.Cname && data.Count == 0)
                expected = record.Target;
            else if (record.Type == query.Type)
                data.Add(record);
            else if (!knowsOtherTypes)
                return new Reading.Failed($"{record} where {RecordTypes.Name(query.Type)} was expected");
        }

        return data.Count == 0 ? new Reading.Nothing() : Take(data);
    }

    private static bool TooLong(Exchange exchange) =>
        exchange.Query.Mode is { Transport: Transport.Udp, HasEdns: false } && exchange.Received!.Length > PlainLimit;

    private static bool Recased(Exchange exchange, Message reply) =>
        reply.Questions.Count == 0 || !reply.Questions[0].Name.Equals(exchange.Query.Name);

    private static Reading.Took Take(List<Record> records) => new([.. records.Select(record => record.Rdata)]);
}

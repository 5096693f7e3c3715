using Dns;
using Dns.Wire;
using Resolver.Cache;
using Resolver.Queries;

namespace Resolver.Answers;

/// <summary>
/// The one writer of answer sections: the question in the client's octets, the alias chain in chain order, then the
/// final RRset, each with its signatures right behind it. Nothing else stands in an answer section.
/// </summary>
public static class AnswerEncoder
{
    /// <summary>Writes the response and returns its length.</summary>
    [HotPath]
    public static int Encode(
        in Query query, in ClientContext client, in Answer answer, ResponseSettings settings, in ResponseExtras extras,
        Span<byte> response)
    {
        var limit = Limit(query, client, settings, response.Length);
        var writer = new MessageWriter(response[..limit]);
        writer.TryWriteQuestion(query.Name, query.Type, query.Class);
        var opt = new OptComposer(query, client, settings, extras, answer.Outcome.Error);
        writer.Reserved = opt.ReservedLength;
        var isWhole = TryWriteBody(ref writer, query, answer, settings);
        writer.Reserved = 0;
        opt.Write(ref writer, answer.ResponseCode, response);
        return writer.Finish(query.Header.Id, Flags(query, answer, isWhole));
    }

    /// <summary>Octets a response may have: what the client and the transport take.</summary>
    internal static int Limit(in Query query, in ClientContext client, ResponseSettings settings, int room)
    {
        var limit = client.IsDatagram ? Math.Min(query.Edns.PayloadSize, settings.MaxDatagram) : ushort.MaxValue;
        return Math.Min(limit, room);
    }

    private static ushort Flags(in Query query, in Answer answer, bool isWhole)
    {
        // RFC 6840 §5.8: AD goes to those who asked for it, by AD or by DO. AA stays clear, Z too.
        var flags = MessageHeader.ResponseBit | MessageHeader.RecursionAvailableBit;
        flags |= query.Header.Flags & (MessageHeader.RecursionDesiredBit | MessageHeader.CheckingDisabledBit);
        if (!isWhole)
            flags |= MessageHeader.TruncatedBit;
        else if (query.WantsAuthenticData && answer.IsAuthenticated)
            flags |= MessageHeader.AuthenticDataBit;
        return (ushort)(flags | ((int)answer.ResponseCode & 0xf));
    }

    private static bool TryWriteBody(
        ref MessageWriter writer, in Query query, in Answer answer, ResponseSettings settings)
    {
        // A failure carries no records: a chain without its end breaks most stub resolvers.
        if (answer.Outcome.Kind == OutcomeKind.Failure)
            return true;
        return TryWriteChain(ref writer, query, answer.Chain, settings)
            && TryWriteOutcome(ref writer, query, answer, settings);
    }

    private static bool TryWriteChain(
        ref MessageWriter writer, in Query query, AliasChain chain, ResponseSettings settings)
    {
        // Each owner is written in the octets of the question or of the RDATA that led to it.
        var owner = query.Name;
        for (var i = 0; i < chain.Count; i++)
        {
            ref readonly var link = ref chain.Links[i];
            var mark = writer.SetMark();
            var ttl = TtlOf(link.Source, settings);
            // RFC 6672 §3.1: the DNAME first, then the CNAME made from it, with the same TTL and unsigned.
            var isWritten = !link.IsSynthesised || IsRepeated(chain.Links, i)
                || TryWriteSet(ref writer, Section.Answer, link.Source.Set.Owner, link.Source, query, settings);
            isWritten = isWritten && writer.TryWriteRecords(Section.Answer, owner, link.Cname, ttl);
            if (isWritten && query.IsDnssecOk && !link.IsSynthesised)
                isWritten = writer.TryWriteSignatures(Section.Answer, owner, link.Cname, ttl);
            if (!isWritten)
                return writer.RollBack(mark);
            owner = link.Target;
        }
        return true;
    }

    /// <summary>True if the DNAME of a link made an earlier link too: no record stands in an answer twice.</summary>
    private static bool IsRepeated(ReadOnlySpan<ChainLink> links, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (links[i].IsSynthesised && WireName.Equals(links[i].Source.Set.Owner, links[index].Source.Set.Owner))
                return true;
        }
        return false;
    }

    private static bool TryWriteOutcome(
        ref MessageWriter writer, in Query query, in Answer answer, ResponseSettings settings)
    {
        if (answer.Outcome.Kind != OutcomeKind.Data)
        {
            return TryWriteDenial(ref writer, query, answer.Outcome.Denial)
                && (!query.IsDnssecOk || TryWriteLinkProofs(ref writer, answer.Chain));
        }
        var data = answer.Outcome.Data;
        var owner = answer.Chain.Count == 0 ? query.Name : answer.Chain.Tail;
        if (!TryWriteSet(ref writer, Section.Answer, owner, data, query, settings))
            return false;
        // RFC 4035 §3.1.3.3: a set made from a wildcard goes with the proof that the name itself is not there.
        if (!query.IsDnssecOk)
            return true;
        return TryWriteLinkProofs(ref writer, answer.Chain) && TryWriteProofs(ref writer, data.Proofs, data.Remaining);
    }

    private static bool TryWriteSet(
        ref MessageWriter writer, Section section, scoped ReadOnlySpan<byte> owner, in CachedRRset data, in Query query,
        ResponseSettings settings)
    {
        var mark = writer.SetMark();
        var ttl = TtlOf(data, settings);
        var first = settings.RotatesRecords && data.Set.Count > 1 ? query.Header.Id % data.Set.Count : 0;
        if (!writer.TryWriteRecords(section, owner, data.Set, ttl, first))
            return false;
        // RFC 4035 §3.1.1: a set without the signatures that belong to it is no answer; the client asks again.
        if (query.IsDnssecOk && !writer.TryWriteSignatures(section, owner, data.Set, ttl))
            return writer.RollBack(mark);
        return true;
    }

    private static bool TryWriteDenial(ref MessageWriter writer, in Query query, in CachedDenial denial)
    {
        // RFC 2308 §2.1, §2.2: the SOA of the zone that denies, with what is left of the negative TTL.
        if (!denial.Soa.IsNone)
        {
            if (!writer.TryWriteRecords(Section.Authority, denial.Soa.Owner, denial.Soa, denial.Remaining))
                return false;
            if (query.IsDnssecOk
                && !writer.TryWriteSignatures(Section.Authority, denial.Soa.Owner, denial.Soa, denial.Remaining))
                return false;
        }
        return !query.IsDnssecOk || TryWriteProofs(ref writer, denial.Proofs, denial.Remaining);
    }

    private static bool TryWriteLinkProofs(ref MessageWriter writer, AliasChain chain)
    {
        foreach (ref readonly var link in chain.Links)
        {
            if (!TryWriteProofs(ref writer, link.Source.Proofs, link.Source.Remaining))
                return false;
        }
        return true;
    }

    private static bool TryWriteProofs(ref MessageWriter writer, RRsetSequence proofs, Ttl ttl)
    {
        foreach (var proof in proofs)
        {
            if (!writer.TryWriteRecords(Section.Authority, proof.Owner, proof, ttl)
                || !writer.TryWriteSignatures(Section.Authority, proof.Owner, proof, ttl))
                return false;
        }
        return true;
    }

    private static Ttl TtlOf(in CachedRRset data, ResponseSettings settings) =>
        settings.SendsOriginalTtl && data.Freshness == Freshness.Fresh ? data.Set.Ttl : data.Remaining;
}

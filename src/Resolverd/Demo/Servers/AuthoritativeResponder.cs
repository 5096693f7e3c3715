using System.Collections.Immutable;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Resolver.Answers;
using Resolver.Queries;
using Resolverd.Demo.Zones;

namespace Resolverd.Demo.Servers;

/// <summary>What an authoritative server says: from the octets of a query to those of the response.</summary>
internal sealed class AuthoritativeResponder(ImmutableArray<DemoZone> zones)
{
    /// <summary>The largest datagram sent, whatever the one who asks would take: it is never fragmented.</summary>
    // RFC 9715 §3.1: the size agreed on for DNS over UDP.
    public const int MaxDatagramLength = 1232;

    /// <summary>Writes the response and returns its length; 0 if there is nothing to say.</summary>
    public int Respond(ReadOnlySpan<byte> packet, Transport transport, Span<byte> response)
    {
        if (!QueryParser.TryParse(packet, out var query, out var fault))
        {
            return fault == QueryFault.NotAQuery
                ? 0
                : RejectionEncoder.Encode(packet, ResponseCode.FormErr, null, response);
        }
        var name = DomainName.FromWire(query.Name);
        if (query.Type == RecordType.Any)
            return RejectionEncoder.Encode(packet, ResponseCode.NotImp, null, response);
        if (ZoneOf(name, query.Type) is not { } zone || query.Class != RecordClass.In)
            return RejectionEncoder.Encode(packet, ResponseCode.Refused, null, response);
        var limit = transport == Transport.Udp
            ? Math.Min(query.Edns.PayloadSize, MaxDatagramLength)
            : response.Length;
        return Write(query, ZoneLookup.Find(zone, name, query.Type), response[..limit]);
    }

    // RFC 4035 §3.1.4.1: a server of both sides of a cut answers for DS from above.
    private DemoZone? ZoneOf(DomainName name, RecordType type) => zones
        .Where(zone => name.IsAtOrBelow(zone.Apex))
        .OrderBy(zone => type == RecordType.Ds && name.Equals(zone.Apex) ? 1 : 0)
        .ThenByDescending(zone => zone.Apex.LabelCount)
        .FirstOrDefault();

    private static int Write(in Query query, ZoneAnswer answer, Span<byte> response)
    {
        var dnssec = query.IsDnssecOk ? DnssecRecords.Include : DnssecRecords.LeaveOut;
        var writer = new MessageWriter(response);
        if (query.Edns.IsPresent)
            writer.Reserved = EdnsHeader.RecordLength;
        writer.TryWriteQuestion(query.Name, query.Type, query.Class);
        var afterQuestion = writer.SetMark();
        var isWhole = TryWrite(ref writer, Section.Answer, answer.Answer, dnssec)
            && TryWrite(ref writer, Section.Authority, answer.Authority, dnssec);
        if (isWhole)
            TryWrite(ref writer, Section.Additional, answer.Additional, dnssec);
        else
            writer.RollBack(afterQuestion);
        if (query.Edns.IsPresent)
            writer.TryWriteOpt(new(MaxDatagramLength, 0, 0, query.IsDnssecOk ? EdnsHeader.DnssecOkBit : (ushort)0), []);
        var flags = MessageHeader.ResponseBit
            | (query.Header.Flags & MessageHeader.RecursionDesiredBit)
            | (answer.IsAuthoritative ? MessageHeader.AuthoritativeBit : 0)
            | (isWhole ? 0 : MessageHeader.TruncatedBit)
            | (int)answer.Code;
        return writer.Finish(query.Header.Id, (ushort)flags);
    }

    private static bool TryWrite(
        ref MessageWriter writer, Section section, List<PlacedSet> sets, DnssecRecords dnssec)
    {
        foreach (var (owner, set) in sets)
        {
            if (dnssec == DnssecRecords.LeaveOut && section == Section.Authority
                && set.Type is (RecordType.Nsec or RecordType.Ds))
                continue;
            if (!writer.TryWriteRecords(section, owner.Wire, set, set.Ttl))
                return false;
            if (dnssec == DnssecRecords.Include && !writer.TryWriteSignatures(section, owner.Wire, set, set.Ttl))
                return false;
        }
        return true;
    }
}

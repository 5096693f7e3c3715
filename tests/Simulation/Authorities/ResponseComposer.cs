using Dns;
using Dns.Wire;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Authorities;

/// <summary>Fills a response from the zones of one server, as RFC 1034 §4.3.2 does.</summary>
internal sealed class ResponseComposer(
    AuthoritativeServer server, IReadOnlyDictionary<DomainName, ZoneContent> zones, ServerBehaviour behaviour)
{
    private const int MaxAliases = 16;

    public void Compose(WireQuestion question, WireMessage response)
    {
        var name = question.Name;
        for (var aliases = 0; aliases <= MaxAliases; aliases++)
        {
            if (FindZone(name, question.Type) is not { } zone)
            {
                if (aliases == 0)
                    response.ResponseCode = ResponseCode.Refused;
                return;
            }
            var step = zone.Ask(name, question.Type);
            if (!Add(response, zone, step, aliases) || step.Target is not { } target
                || behaviour.Aliases == AliasTreatment.FirstOnly)
                return;
            name = target;
        }
    }

    private bool Add(WireMessage response, ZoneContent zone, ZoneAnswer step, int aliases)
    {
        if (step.Kind != ZoneAnswerKind.Referral || aliases > 0)
            response.Flags |= MessageHeader.AuthoritativeBit;
        switch (step.Kind)
        {
            case ZoneAnswerKind.Cname or ZoneAnswerKind.Data:
                response.Answers.AddRange(step.Records);
                return step.Kind == ZoneAnswerKind.Cname;
            case ZoneAnswerKind.Dname:
                AddDname(response, step);
                return true;
            case ZoneAnswerKind.Referral:
                response.Authority.AddRange(step.Records);
                AddGlue(response, step.Records);
                return false;
            default:
                if (step.Kind == ZoneAnswerKind.NxDomain)
                    response.ResponseCode = ResponseCode.NxDomain;
                if (zone.Soa is { } soa && behaviour.Spoiling != Spoiling.NoSoa)
                    response.Authority.Add(soa with { Ttl = Math.Min(soa.Ttl, NegativeTtl(soa)) });
                return false;
        }
    }

    // RFC 2308 §3: the SOA of a negative answer goes out with the lower of its TTL and its MINIMUM field.
    private static uint NegativeTtl(WireRecord soa) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(soa.Rdata.AsSpan(soa.Rdata.Length - 4));

    private static void AddDname(WireMessage response, ZoneAnswer step)
    {
        foreach (var dname in step.Records)
        {
            if (!response.Answers.Contains(dname))
                response.Answers.Add(dname);
        }
        if (step.Synthesised is { } cname)
            response.Answers.Add(cname);
        else
            response.ResponseCode = ResponseCode.YxDomain;
    }

    // RFC 9471: glue for names below the cut always; for siblings where this server knows them.
    private void AddGlue(WireMessage response, IReadOnlyList<WireRecord> delegation)
    {
        foreach (var ns in delegation)
        {
            foreach (var zone in server.Zones)
            {
                if (ns.Target is not { } target || !target.IsAtOrBelow(zone.Apex))
                    continue;
                response.Additional.AddRange(zone.Find(target, RecordType.A));
                response.Additional.AddRange(zone.Find(target, RecordType.Aaaa));
            }
        }
    }

    private ZoneContent? FindZone(DomainName name, RecordType type)
    {
        // RFC 4035 §3.1.4.1: DS is the parent's, where the server has it.
        if (type == RecordType.Ds && !name.IsRoot && Closest(name.Parent) is { } parent)
            return parent;
        return Closest(name);
    }

    private ZoneContent? Closest(DomainName name)
    {
        for (var labels = name.LabelCount; labels >= 0; labels--)
        {
            if (zones.TryGetValue(name.Suffix(labels), out var zone))
                return zone;
        }
        return null;
    }
}

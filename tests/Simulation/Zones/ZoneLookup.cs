using Dns;
using Simulation.Messages;

namespace Simulation.Zones;

/// <summary>
/// The algorithm of RFC 1034 §4.3.2 with RFC 4592's wildcards and RFC 6672's DNAME, one step at a time.
/// </summary>
public static class ZoneLookup
{
    /// <summary>What a zone says about a name at or below its apex.</summary>
    public static ZoneAnswer Ask(this ZoneContent zone, DomainName name, RecordType type)
    {
        if (zone.FindCut(name) is { } cut && !(type == RecordType.Ds && cut.Equals(name)))
            return new(ZoneAnswerKind.Referral, zone.Find(cut, RecordType.Ns));
        if (FindDname(zone, name) is { } dname)
            return Redirect(dname, name);
        if (zone.Exists(name))
            return AtNode(zone, name, name, type);
        var encloser = name.Parent;
        while (!zone.Exists(encloser) && !encloser.Equals(zone.Apex))
            encloser = encloser.Parent;
        // RFC 4592 §3.3.1: the source of synthesis is the asterisk below the closest encloser, and no other.
        return encloser.TryPrepend("*"u8, out var wildcard) && zone.Exists(wildcard)
            ? AtNode(zone, wildcard, name, type)
            : new(ZoneAnswerKind.NxDomain, []);
    }

    private static ZoneAnswer AtNode(ZoneContent zone, DomainName node, DomainName name, RecordType type)
    {
        var set = zone.Find(node, type);
        if (set.Count > 0)
            return new(ZoneAnswerKind.Data, Rename(set, name));
        if (type == RecordType.Any && zone.SetsAt(node).FirstOrDefault().Value is { Count: > 0 } first)
            return new(ZoneAnswerKind.Data, Rename(first, name));
        var alias = zone.Find(node, RecordType.Cname);
        return alias.Count > 0 && alias[0].Target is { } target
            ? new(ZoneAnswerKind.Cname, Rename(alias, name), target)
            : new(ZoneAnswerKind.NoData, []);
    }

    private static WireRecord? FindDname(ZoneContent zone, DomainName name)
    {
        for (var labels = zone.Apex.LabelCount; labels < name.LabelCount; labels++)
        {
            if (zone.Find(name.Suffix(labels), RecordType.Dname) is [var dname, ..])
                return dname;
        }
        return null;
    }

    private static ZoneAnswer Redirect(WireRecord dname, DomainName name)
    {
        byte[] target = [.. name.Wire[..^dname.Owner.Wire.Length], .. dname.Rdata];
        // RFC 6672 §2.2: a name that is too long is an error, YXDOMAIN.
        if (!DomainName.TryFromWire(target, out var reached))
            return new(ZoneAnswerKind.Dname, [dname]);
        return new(ZoneAnswerKind.Dname, [dname], reached)
        {
            Synthesised = new(name, RecordType.Cname, dname.Class, dname.Ttl, target),
        };
    }

    private static WireRecord[] Rename(IReadOnlyList<WireRecord> set, DomainName owner) =>
        [.. set.Select(record => record with { Owner = owner })];
}

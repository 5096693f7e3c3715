using Dns;
using Dns.Records;

namespace Resolverd.Demo.Zones;

/// <summary>
/// Answers a question from one zone (RFC 1034 §4.3.2), with the proofs of a signed one (RFC 4035 §3.1).
/// </summary>
internal sealed class ZoneLookup
{
    /// <summary>Aliases followed inside the zone: more than any zone file here has.</summary>
    public const int MaxLinks = 8;

    private readonly DemoZone _zone;
    private readonly RecordType _type;
    private readonly ZoneAnswer _answer = new();

    private ZoneLookup(DemoZone zone, RecordType type)
    {
        _zone = zone;
        _type = type;
    }

    /// <summary>What the zone says about a name at or below its apex.</summary>
    public static ZoneAnswer Find(DemoZone zone, DomainName name, RecordType type)
    {
        var lookup = new ZoneLookup(zone, type);
        var next = name;
        // Where an alias leads out of the zone, the one who asks goes on with the servers of that name.
        for (var links = 0; links <= MaxLinks && next is not null && next.IsAtOrBelow(zone.Apex); links++)
            next = lookup.Step(next);
        return lookup._answer;
    }

    /// <summary>Finds one name; returns where an alias leads, or null at the end.</summary>
    private DomainName? Step(DomainName name)
    {
        // RFC 1034 §4.3.2: down from the apex, label by label.
        for (var labels = _zone.Apex.LabelCount; labels <= name.LabelCount; labels++)
        {
            var node = name.Suffix(labels);
            if (_zone.IsCut(node) && !AsksParentAbout(node, name))
                return Refer(node);
            if (labels < name.LabelCount && _zone.Find(node, RecordType.Dname) is { IsNone: false } dname)
                return Redirect(name, dname);
            if (!_zone.Exists(node))
                return TakeWildcard(name, node.Parent);
        }
        return Take(name, name);
    }

    // RFC 4035 §3.1.4.1: the DS records of a cut are the parent's.
    private bool AsksParentAbout(DomainName cut, DomainName name) => _type == RecordType.Ds && cut.Equals(name);

    private DomainName? Take(DomainName name, DomainName source)
    {
        if (_type != RecordType.Cname && _zone.Find(source, RecordType.Cname) is { IsNone: false } alias)
        {
            _answer.Answer.Add(new(name, alias));
            return DomainName.FromWire(alias.FirstRecord);
        }
        var set = _zone.Find(source, _type);
        if (!set.IsNone)
            _answer.Answer.Add(new(name, set));
        else
            Deny(ResponseCode.NoError, source);
        return null;
    }

    // RFC 4592 §3.3.1: the wildcard below the closest encloser stands for names that do not exist.
    private DomainName? TakeWildcard(DomainName name, DomainName encloser)
    {
        if (!encloser.TryPrepend("*"u8, out var wildcard) || !_zone.Exists(wildcard))
        {
            Deny(ResponseCode.NxDomain, name, wildcard ?? name);
            return null;
        }
        var next = Take(name, wildcard);
        // RFC 4035 §3.1.3.3: the proof that the name itself is not there.
        Prove(name);
        return next;
    }

    // RFC 6672 §3.2: the CNAME that the DNAME stands for goes with it.
    private DomainName? Redirect(DomainName name, RRset dname)
    {
        _answer.Answer.Add(new(dname.OwnerName, dname));
        byte[] target = [.. name.Wire[..^dname.Owner.Length], .. dname.FirstRecord];
        if (!DomainName.TryFromWire(target, out var next))
        {
            _answer.Code = ResponseCode.YxDomain;
            return null;
        }
        _answer.Answer.Add(new(name, new RRsetBuilder(name, RecordType.Cname).Add(target, dname.Ttl).Build()));
        return next;
    }

    private DomainName? Refer(DomainName cut)
    {
        // Behind an alias no referral is given: the one who asks comes again.
        if (_answer.Answer.Count > 0)
            return null;
        _answer.IsAuthoritative = false;
        var servers = _zone.Find(cut, RecordType.Ns);
        _answer.Authority.Add(new(cut, servers));
        if (_zone.Find(cut, RecordType.Ds) is { IsNone: false } ds)
            _answer.Authority.Add(new(cut, ds));
        else
            Prove(cut);
        foreach (var rdata in servers.Records)
            AddGlue(DomainName.FromWire(rdata));
        return null;
    }

    private void AddGlue(DomainName server)
    {
        foreach (var type in new[] { RecordType.A, RecordType.Aaaa })
        {
            if (_zone.Find(server, type) is { IsNone: false } glue)
                _answer.Additional.Add(new(server, glue));
        }
    }

    private void Deny(ResponseCode code, params ReadOnlySpan<DomainName> proven)
    {
        _answer.Code = code;
        var soa = _zone.Find(_zone.Apex, RecordType.Soa);
        // RFC 2308 §5: the lower of the SOA's own TTL and its MINIMUM counts.
        if (SoaData.TryRead(soa.FirstRecord, out var fields))
            soa = soa.WithTtl(Ttl.Min(soa.Ttl, fields.Minimum));
        _answer.Authority.Add(new(_zone.Apex, soa));
        foreach (var name in proven)
            Prove(name);
    }

    private void Prove(DomainName name)
    {
        var denial = _zone.FindDenial(name);
        if (denial.IsNone || _answer.Authority.Exists(placed => placed.Set.Type == RecordType.Nsec
            && placed.Owner.Equals(denial.OwnerName)))
            return;
        _answer.Authority.Add(new(denial.OwnerName, denial));
    }
}

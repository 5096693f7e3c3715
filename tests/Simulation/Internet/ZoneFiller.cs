using System.Globalization;
using System.Text;
using Dns;
using Resolver.Ports;
using Simulation.Luck;
using Simulation.Messages;

namespace Simulation.Internet;

/// <summary>Puts names into zones: addresses, text, mail, aliases within and across zones, wildcards, DNAMEs.</summary>
public sealed class ZoneFiller(Chance chance, InternetPlan plan)
{
    private int _nextValue;

    /// <summary>Fills every zone but the root, which holds delegations alone.</summary>
    public void Fill(SimulatedInternet internet)
    {
        foreach (var zone in internet.Zones.Skip(1))
        {
            for (var i = 0; i < chance.Between(1, plan.NamesPerZone); i++)
                AddName(internet, zone, i);
            if (chance.Happens(25))
                AddWildcard(internet, zone);
            if (chance.Happens(20))
                AddDname(internet, zone);
        }
    }

    /// <summary>An address record of a value that no other record has.</summary>
    public WireRecord NewAddress(DomainName owner, uint ttl)
    {
        var value = ++_nextValue;
        return SimulatedInternet.AddressRecord(owner, HostAddress.Parse(string.Create(
            CultureInfo.InvariantCulture, $"100.{value >> 16 & 0x3f}.{value >> 8 & 0xff}.{value & 0xff}")), ttl);
    }

    /// <summary>A name to point an alias at: mostly one that exists.</summary>
    public DomainName AnyTarget(SimulatedInternet internet)
    {
        var zone = internet.Zones[chance.Between(1, internet.Zones.Count - 1)];
        return zone.Records.Count > 0 && chance.Happens(85)
            ? chance.Pick(zone.Records).Owner
            : Below(zone.Apex, "missing");
    }

    private void AddName(SimulatedInternet internet, InternetZone zone, int number)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"n{number}");
        // An empty non-terminal now and then.
        var owner = Below(zone.Apex, chance.Happens(10) ? label + ".ent" : label);
        var ttl = chance.Pick(Ttls.Data);
        if (chance.Happens(plan.AliasPercent))
        {
            zone.Records.Add(new(owner, RecordType.Cname, RecordClass.In, ttl, AnyTarget(internet).Wire.ToArray()));
            return;
        }
        for (var i = chance.Between(1, 3); i > 0; i--)
            zone.Records.Add(NewAddress(owner, ttl));
        if (chance.Happens(40))
            zone.Records.Add(SimulatedInternet.AddressRecord(owner, HostAddress.Parse(string.Create(
                CultureInfo.InvariantCulture, $"2a10::{++_nextValue:x}")), ttl));
        if (chance.Happens(30))
            zone.Records.Add(new(owner, RecordType.Mx, RecordClass.In, ttl, [0, 10, .. AnyTarget(internet).Wire]));
        // Text long enough at times to need TCP.
        for (var i = chance.Happens(20) ? chance.Between(1, 12) : 0; i > 0; i--)
            zone.Records.Add(NewText(owner, ttl));
    }

    private void AddWildcard(SimulatedInternet internet, InternetZone zone)
    {
        var owner = Below(zone.Apex, chance.Happens(50) ? "*" : "*.wild");
        var ttl = chance.Pick(Ttls.Data);
        if (chance.Happens(plan.AliasPercent))
            zone.Records.Add(new(owner, RecordType.Cname, RecordClass.In, ttl, AnyTarget(internet).Wire.ToArray()));
        else
            zone.Records.Add(NewAddress(owner, ttl));
    }

    private void AddDname(SimulatedInternet internet, InternetZone zone)
    {
        var target = internet.Zones[chance.Between(1, internet.Zones.Count - 1)].Apex;
        zone.Records.Add(new(Below(zone.Apex, "old"), RecordType.Dname, RecordClass.In, chance.Pick(Ttls.Data),
            target.Wire.ToArray()));
    }

    private WireRecord NewText(DomainName owner, uint ttl)
    {
        var text = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{++_nextValue:d8}")
            + new string('x', chance.Between(0, 200)));
        return new(owner, RecordType.Txt, RecordClass.In, ttl, [(byte)text.Length, .. text]);
    }

    private static DomainName Below(DomainName apex, string label) => DomainName.Parse(label + "." + apex);
}

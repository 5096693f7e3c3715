using Dns;
using Simulation.Luck;
using Simulation.Messages;

namespace Simulation.Internet;

/// <summary>Changes one thing in one zone: an address, an alias, a name that comes or goes.</summary>
public sealed class ZoneChanger(SimulatedInternet internet, Chance chance)
{
    private readonly ZoneFiller _filler = new(chance.Fork("values"), new InternetPlan());
    private int _born = 1_000_000;

    /// <summary>Makes a change and publishes it.</summary>
    public void Change()
    {
        var zone = internet.Zones[chance.Between(1, internet.Zones.Count - 1)];
        var glue = zone.Glue.Select(record => record.Key).ToHashSet();
        var candidates = zone.Records.Where(record => !glue.Contains(record.Key)
            && record.Type is RecordType.A or RecordType.Cname).ToList();
        switch (candidates.Count == 0 ? 2 : chance.Below(4))
        {
            case 0:
                Retarget(zone, chance.Pick(candidates));
                break;
            case 1:
                Replace(zone, chance.Pick(candidates));
                break;
            case 2:
                var born = NewName(zone);
                zone.Records.RemoveAll(record => record.Owner.Equals(born));
                zone.Records.Add(new(born, RecordType.A, RecordClass.In, chance.Pick(Ttls.Data), NewValue()));
                break;
            default:
                var gone = chance.Pick(candidates).Owner;
                zone.Records.RemoveAll(record => record.Owner.Equals(gone));
                break;
        }
        zone.Serial++;
        internet.Publish();
    }

    /// <summary>Another value of the same kind.</summary>
    private void Retarget(InternetZone zone, WireRecord old)
    {
        zone.Records[zone.Records.IndexOf(old)] = old.Type == RecordType.Cname
            ? old with { Rdata = _filler.AnyTarget(internet).Wire.ToArray() }
            : old with { Rdata = NewValue() };
    }

    /// <summary>An alias where data was, or data where an alias was.</summary>
    private void Replace(InternetZone zone, WireRecord old)
    {
        zone.Records.RemoveAll(record => record.Owner.Equals(old.Owner));
        zone.Records.Add(old.Type == RecordType.Cname
            ? new(old.Owner, RecordType.A, RecordClass.In, old.Ttl, NewValue())
            : new(old.Owner, RecordType.Cname, RecordClass.In, old.Ttl, _filler.AnyTarget(internet).Wire.ToArray()));
    }

    private byte[] NewValue() => [101, (byte)(_born >> 16), (byte)(_born >> 8), (byte)_born++];

    private DomainName NewName(InternetZone zone) => DomainName.Parse($"born{chance.Below(5)}.{zone.Apex}");
}

using Dns;
using Simulation.Zones;

namespace Simulation.Internet;

/// <summary>All zones of the Internet as they were from some time on.</summary>
public sealed class ZoneSet(long since, IReadOnlyDictionary<DomainName, ZoneContent> zones)
{
    /// <summary>From when on, in ticks.</summary>
    public long Since { get; } = since;

    /// <summary>The zones by apex.</summary>
    public IReadOnlyDictionary<DomainName, ZoneContent> Zones { get; } = zones;

    /// <summary>
    /// What is true about a name: the answer of the zone that the delegations from the root lead to. Null where they
    /// lead to a zone that nobody has.
    /// </summary>
    public ZoneAnswer? Truth(DomainName name, RecordType type)
    {
        var zone = Zones[DomainName.Root];
        while (true)
        {
            var answer = zone.Ask(name, type);
            if (answer.Kind != ZoneAnswerKind.Referral)
                return answer;
            if (!Zones.TryGetValue(answer.Records[0].Owner, out var child))
                return null;
            zone = child;
        }
    }

    /// <summary>The zone that is authoritative for a name; null where delegations lead to nobody.</summary>
    public ZoneContent? ZoneOf(DomainName name)
    {
        var zone = Zones[DomainName.Root];
        while (zone.FindCut(name) is { } cut)
        {
            if (!Zones.TryGetValue(cut, out var child))
                return null;
            zone = child;
        }
        return zone;
    }
}

using Dns;

namespace Resolver.Policy;

/// <summary>All zones answered here, found by the deepest apex above a name. Immutable.</summary>
public sealed class LocalZones
{
    private readonly Dictionary<DomainName, LocalZone> _zones;
    private readonly Dictionary<DomainName, LocalZone>.AlternateLookup<ReadOnlySpan<byte>> _byApex;
    private readonly HashSet<DomainName> _topLevels;
    private readonly HashSet<DomainName>.AlternateLookup<ReadOnlySpan<byte>> _byTopLevel;

    /// <summary>Serves these zones.</summary>
    public LocalZones(IEnumerable<LocalZone> zones, DomainNameComparer comparer)
    {
        _zones = new(comparer);
        _byApex = _zones.GetAlternateLookup<ReadOnlySpan<byte>>();
        _topLevels = new(comparer);
        _byTopLevel = _topLevels.GetAlternateLookup<ReadOnlySpan<byte>>();
        foreach (var zone in zones)
        {
            _zones[zone.Apex] = zone;
            _topLevels.Add(zone.Apex.Suffix(1));
        }
    }

    /// <summary>No zones at all.</summary>
    public static LocalZones None { get; } = new([], new DomainNameComparer(0));

    /// <summary>The number of zones.</summary>
    public int Count => _zones.Count;

    /// <summary>The zone that a question belongs to, or null if it is resolved as any other.</summary>
    [HotPath]
    public LocalZone? Find(ReadOnlySpan<byte> name, RecordType type)
    {
        // Most names are under a top level that has no local zone: one look-up settles them.
        if (_zones.Count == 0 || !_byTopLevel.Contains(WireName.Suffix(name, 1)))
            return null;
        for (var candidate = name; candidate[0] != 0; candidate = WireName.Parent(candidate))
        {
            if (!_byApex.TryGetValue(candidate, out var zone))
                continue;
            var isApexDs = type == RecordType.Ds && candidate.Length == name.Length;
            return isApexDs && zone.LeavesApexDsAlone ? null : zone;
        }
        return null;
    }
}

using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>
/// Servers that do not serve a zone they should serve, or would not answer for it: asked last for a while, never
/// left out. Bounded; the oldest entry is forgotten first.
/// </summary>
internal sealed class LameTable(DomainNameComparer names)
{
    /// <summary>Milliseconds for which a server is asked last; PowerDNS throttles for as long.</summary>
    public const int LastMs = 60_000;

    /// <summary>Zones remembered.</summary>
    public const int MaxZones = 2_000;

    /// <summary>Servers remembered for each zone.</summary>
    public const int MaxServers = 16;

    private readonly Dictionary<DomainName, List<(ServerAddress Server, Instant Until)>> _zones = new(names);
    private readonly Queue<DomainName> _byAge = new();

    /// <summary>Notes that a server has nothing to say about a zone.</summary>
    public void Add(DomainName zone, ServerAddress server, Instant now)
    {
        if (!_zones.TryGetValue(zone, out var servers))
        {
            while (_zones.Count >= MaxZones)
                _zones.Remove(_byAge.Dequeue());
            _zones.Add(zone, servers = []);
            _byAge.Enqueue(zone);
        }
        servers.RemoveAll(entry => entry.Server == server || !entry.Until.IsAfter(now));
        if (servers.Count < MaxServers)
            servers.Add((server, now.PlusMilliseconds(LastMs)));
    }

    /// <summary>True if the server had nothing to say about the zone a while ago.</summary>
    public bool Contains(DomainName zone, ServerAddress server, Instant now) =>
        _zones.TryGetValue(zone, out var servers)
        && servers.Exists(entry => entry.Server == server && entry.Until.IsAfter(now));
}

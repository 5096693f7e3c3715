using Resolverd.Configuration.Values;
using Dns;
using Resolver.Ports;
using Resolverd.Configuration.Model;
using Resolverd.Configuration.Syntax;

namespace Resolverd.Configuration.Reading;

/// <summary>What must hold between keys, once each of them is right by itself.</summary>
internal sealed class SettingsRules
{
    private readonly ReadSession _session;
    private readonly SourcePosition _start;

    private SettingsRules(ReadSession session, SourcePosition start)
    {
        _session = session;
        _start = start;
    }

    /// <summary>Adds a problem for every rule that is broken.</summary>
    public static void Check(Settings settings, ReadSession session, SourcePosition start)
    {
        var rules = new SettingsRules(session, start);
        rules.CheckListeners(settings);
        rules.CheckTimes(settings);
        rules.CheckZones(settings.ForwardZones, "forward-zones", []);
        rules.CheckZones(settings.StubZones, "stub-zones", settings.ForwardZones);
        rules.CheckLocalZones(settings.LocalZones);
        rules.CheckTesting(settings.Testing);
        rules.Require(settings.Recursion.IPv4 || settings.Recursion.IPv6, "recursion.ipv6",
            "recursion.ipv4 is off too; allowed: at least one on");
    }

    private void CheckListeners(Settings settings)
    {
        var (listen, access) = (settings.Listen, settings.Access);
        Require(listen.Udp.Length + listen.Tcp.Length > 0, "listen.udp",
            "listen.tcp is empty too; allowed: at least one address");
        RequireDistinct(listen.Udp, "listen.udp");
        RequireDistinct(listen.Tcp, "listen.tcp");
        Require(settings.Tcp.MaxConnectionsPerClient <= settings.Tcp.MaxConnections, "tcp.max-connections-per-client",
            "it is more than tcp.max-connections; allowed: at most that");

        // RFC 5358 §4: no recursion for the whole Internet by accident.
        var isOpen = OpenResolverRule.IsOpen(listen, access);
        Require(!isOpen || access.OpenResolver == OpenResolver.IKnowThisIsAnOpenResolver, "access.allow",
            "with a listen address beyond loopback this is an open resolver; "
            + "allowed: fewer networks, or access.open-resolver: i-know-this-is-an-open-resolver");
    }

    private void CheckTimes(Settings settings)
    {
        var (cache, root) = (settings.Cache, settings.LocalRoot);
        var timeouts = settings.Recursion.Timeouts;
        RequireOrder("cache.min-ttl", cache.MinTtl, "cache.max-ttl", cache.MaxTtl);
        RequireOrder("cache.min-negative-ttl", cache.MinNegativeTtl, "cache.max-negative-ttl", cache.MaxNegativeTtl);
        RequireOrder("cache.min-failure-ttl", cache.MinFailureTtl, "cache.max-failure-ttl", cache.MaxFailureTtl);
        RequireOrder("dnssec.min-bogus-ttl", settings.Dnssec.MinBogusTtl, "dnssec.max-bogus-ttl",
            settings.Dnssec.MaxBogusTtl);
        RequireOrder("tcp.busy-idle-timeout", settings.Tcp.BusyIdleTimeout, "tcp.idle-timeout",
            settings.Tcp.IdleTimeout);
        RequireOrder("recursion.timeouts.shortest", timeouts.Shortest, "recursion.timeouts.first", timeouts.First);
        RequireOrder("recursion.timeouts.first", timeouts.First, "recursion.timeouts.longest", timeouts.Longest);
        RequireOrder("local-root.drop-before", root.DropBefore, "local-root.all-sources-before", root.AllSourcesBefore);
        RequireOrder("local-root.all-sources-before", root.AllSourcesBefore, "local-root.alarm-before",
            root.AlarmBefore);
    }

    private void CheckZones(
        ValueList<RedirectedZone> zones, string key, ValueList<RedirectedZone> others)
    {
        var seen = others.Select(other => other.Zone).ToHashSet();
        for (var i = 0; i < zones.Length; i++)
        {
            Require(seen.Add(zones[i].Zone), KeyPath.Join(KeyPath.Item(key, i), "zone"),
                $"{zones[i].Zone} has servers given already; allowed: once, in forward-zones or in stub-zones");
        }
    }

    private void CheckLocalZones(ValueList<LocalZone> zones)
    {
        var seen = new HashSet<DomainName>();
        for (var i = 0; i < zones.Length; i++)
        {
            var name = KeyPath.Join(KeyPath.Item("local-zones", i), "name");
            Require(seen.Add(zones[i].Name), name, $"{zones[i].Name} is given already; allowed: once");
            Require(zones[i].File is not null || zones[i].Primaries.Length > 0, name,
                "the zone has no source; allowed: file, primaries or both");
        }
    }

    private void CheckTesting(TestingSettings testing) =>
        Require(testing.Enabled || testing.ClockOffsetFile is null, "testing.clock-offset-file",
            "it moves the clock that signatures are checked by; allowed: only with testing.enabled: true");

    private void RequireDistinct(ValueList<ServerAddress> addresses, string key)
    {
        var seen = new HashSet<ServerAddress>();
        foreach (var address in addresses)
            Require(seen.Add(address), key, $"{address} is given twice; allowed: once");
    }

    private void RequireOrder(string low, TimeSpan lowValue, string high, TimeSpan highValue)
    {
        // The blame is on the one that was given; if both were, on the first.
        var given = _session.Given.ContainsKey(low) ? low : high;
        Require(lowValue <= highValue, given,
            $"{low} is {Values.Duration.Print(lowValue)} and {high} is {Values.Duration.Print(highValue)}; "
            + "allowed: the first is at most the second");
    }

    private void Require(bool holds, string key, string message)
    {
        if (holds)
            return;
        var position = _session.Given.GetValueOrDefault(key, _start);
        _session.Problems.Add(new ConfigurationProblem(position, key, message));
    }
}

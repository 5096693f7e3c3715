using Dns;
using Resolver.Ports;
using Simulation.Net;

namespace Simulation.Rpl;

/// <summary>Which addresses of a scenario's network exist; to all others there is no route.</summary>
internal static class ScenarioTopology
{
    public static void Apply(Scenario scenario, ScenarioSettings settings, SimulatedNetwork network)
    {
        var open = new LinkConditions { LatencyMs = 0.5 };
        if (scenario.Ranges.Exists(range => range.Addresses.Count == 0))
        {
            network.DefaultLink = open;
            return;
        }
        network.DefaultLink = LinkConditions.Perfect.Cut(Reach.NoRoute);
        foreach (var text in Addresses(scenario, settings))
        {
            if (HostAddress.TryParse(text, out var address))
                network.SetLink(address, open);
        }
    }

    private static IEnumerable<string> Addresses(Scenario scenario, ScenarioSettings settings)
    {
        var addresses = scenario.Ranges.SelectMany(range => range.Addresses)
            .Concat(settings.RootHints.SelectMany(hint => hint.Addresses))
            .Concat(settings.Stubs.Concat(settings.Forwards).SelectMany(zone => zone.Addresses))
            .Concat(scenario.Steps.Where(step => step.Kind != "QUERY" && step.Address is not null)
                .Select(step => AddressText.Canonical(step.Address!)));
        // Steps that answer by hand may do so for any address the scenario mentions.
        if (scenario.Steps.Exists(step => step.Kind is "REPLY" or "CHECK_OUT_QUERY"))
        {
            addresses = addresses.Concat(scenario.Entries.SelectMany(entry => entry.First.Records)
                .Where(record => record.Type is RecordType.A or RecordType.Aaaa && record.Rdata.Length is 4 or 16)
                .Select(record => record.RdataText()));
        }
        return addresses;
    }
}

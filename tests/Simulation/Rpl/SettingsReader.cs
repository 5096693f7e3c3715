using System.Globalization;

namespace Simulation.Rpl;

/// <summary>Reads a scenario's configuration of either dialect into neutral settings.</summary>
public static class SettingsReader
{
    /// <summary>The settings of a scenario.</summary>
    public static ScenarioSettings Read(Scenario scenario)
    {
        var settings = scenario.Dialect == Dialect.Clauses
            ? new ClauseSettingsReader(scenario).Read()
            : ReadNeutral(scenario);
        var used = settings.RootHints.SelectMany(hint => hint.Addresses)
            .Concat(settings.Stubs.Concat(settings.Forwards).SelectMany(zone => zone.Addresses));
        if (used.Any(address => address.StartsWith("127.", StringComparison.Ordinal) || address == "::1"))
            settings.SparesLocalhost = false;
        foreach (var step in scenario.Steps)
        {
            if (step.Kind is "CHECK_AUTOTRUST" or "FLUSH_MESSAGE" or "EXPIRE_MESSAGE" or "INFRA_RTT" or "ERROR"
                or "ASSIGN")
                settings.Special.Add("step " + step.Kind);
        }
        if (scenario.HasCommandLine)
            settings.Special.Add("command line");
        return settings;
    }

    /// <summary>Seconds since 1970 of "YYYYMMDDHHMMSS" or of a number.</summary>
    internal static long Stamp(string text) => text.Length == 14
        ? new DateTimeOffset(
            DateTime.ParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture), TimeSpan.Zero)
            .ToUnixTimeSeconds()
        : long.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>True for "yes", "on" and "true".</summary>
    internal static bool IsYes(string text) => text.ToLowerInvariant() is "yes" or "on" or "true";

    private static ScenarioSettings ReadNeutral(Scenario scenario)
    {
        var settings = new ScenarioSettings();
        var rootName = "k.root-servers.net.";
        List<string> rootAddresses = [];
        foreach (var line in scenario.Configuration)
        {
            var colon = line.IndexOf(':');
            if (colon < 0)
                continue;
            var value = Clean(line[(colon + 1)..]);
            switch (line[..colon].Trim())
            {
                case "stub-addr":
                    rootAddresses.Add(AddressText.Canonical(value));
                    break;
                case "stub-name":
                    rootName = value.EndsWith('.') ? value : value + ".";
                    break;
                case var key:
                    ReadNeutral(settings, key, value);
                    break;
            }
        }
        if (rootAddresses.Count > 0)
            settings.RootHints.Add((rootName, rootAddresses));
        settings.Validates = settings.TrustAnchors.Count > 0;
        return settings;
    }

    private static void ReadNeutral(ScenarioSettings settings, string key, string value)
    {
        switch (key)
        {
            case "trust-anchor":
                settings.TrustAnchors.Add(value);
                break;
            case "val-override-date" or "val-override-timestamp":
                settings.Time = Stamp(value);
                break;
            case "query-minimization":
                settings.Minimises = IsYes(value);
                break;
            case "do-ip6":
                settings.UsesIPv6 = IsYes(value);
                break;
            case "do-ip4":
                settings.UsesIPv4 = IsYes(value);
                break;
            case "do-not-query-localhost":
                settings.SparesLocalhost = IsYes(value);
                break;
            case "domain-insecure":
                settings.Insecure.Add(value);
                break;
            case "forward-addr":
                settings.Forwards.Add(new(".", [AddressText.Canonical(value)], FallsBack: false));
                break;
            case "features":
                ReadFeatures(settings, value);
                break;
            case "force-ipv6":
                break;
            case "harden-glue":
                settings.HardensGlue = value is not ("no" or "off" or "false");
                break;
            case "feature-list":
                ReadForwardPolicy(settings, value);
                break;
            default:
                settings.Special.Add("key " + key);
                break;
        }
    }

    private static void ReadFeatures(ScenarioSettings settings, string value)
    {
        foreach (var part in value.Split(';').Where(part => part.Contains('=')))
        {
            var equals = part.IndexOf('=');
            var text = part[(equals + 1)..].Trim();
            switch (part[..equals].Trim())
            {
                case "min_ttl":
                    settings.MinimumTtl = uint.Parse(text, CultureInfo.InvariantCulture);
                    break;
                case "max_ttl":
                    settings.MaximumTtl = uint.Parse(text, CultureInfo.InvariantCulture);
                    break;
                case "dns64_prefix":
                    settings.Dns64Prefix = text;
                    break;
                case "static_hint_name":
                    settings.StaticHosts.Add((text, ""));
                    break;
                case "static_hint_addr":
                    settings.StaticHosts[^1] = (settings.StaticHosts[^1].Name, text);
                    break;
                case var other:
                    settings.Special.Add("feature " + other);
                    break;
            }
        }
    }

    // policy = policy:add(policy.suffix(policy.FORWARD('ADDRESS'), {todname('ZONE')}))
    private static void ReadForwardPolicy(ScenarioSettings settings, string value)
    {
        var words = value.Split('\'');
        if (words is [var head, var address, _, var zone, _]
            && head.EndsWith("policy.FORWARD(", StringComparison.Ordinal))
            settings.Forwards.Add(new(zone, [AddressText.Canonical(address)], FallsBack: false));
        else
            settings.Special.Add("policy module");
    }

    private static string Clean(string value)
    {
        value = value.Trim();
        return value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'' ? value[1..^1].Trim() : value;
    }
}

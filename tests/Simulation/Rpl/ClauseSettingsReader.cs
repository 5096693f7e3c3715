using System.Globalization;
using System.Text;

namespace Simulation.Rpl;

/// <summary>
/// Reads the configuration of the older dialect: clauses of keys and values, several to a line at times.
/// </summary>
internal sealed class ClauseSettingsReader(Scenario scenario)
{
    private static readonly HashSet<string> ClauseNames =
    [
        "server", "stub-zone", "forward-zone", "auth-zone", "rpz", "view", "cachedb", "remote-control", "python",
        "dnscrypt", "dynlib",
    ];

    // Keys that change no answer a client can see, or only logging and sizes.
    private static readonly HashSet<string> Noise =
    [
        "verbosity", "log-servfail", "log-time-ascii", "log-queries", "log-replies", "val-log-level",
        "rrset-roundrobin", "fake-sha1", "trust-anchor-signaling", "iter-scrub-promiscuous", "unblock-lan-zones",
        "interface", "port", "outbound-msg-retry", "use-caps-for-id", "harden-large-queries", "infra-cache-slabs",
        "msg-cache-slabs", "rrset-cache-slabs", "num-threads", "hide-identity", "hide-version", "extended-statistics",
        "fake-dsa", "udp-connect", "harden-referral-path", "harden-unknown-additional", "discard-timeout",
        "delay-close", "infra-host-ttl", "chroot", "directory", "username", "ede", "ede-serve-expired",
        "root-key-sentinel", "zonemd-permissive-mode",
    ];

    private readonly ScenarioSettings _settings = new() { AnswersNonRecursive = false };
    private readonly StaleSettings _stale = new();
    private bool _servesStale;

    public ScenarioSettings Read()
    {
        foreach (var (clause, keys) in Clauses())
        {
            switch (clause)
            {
                case "server":
                    foreach (var (key, value) in keys)
                        ReadKey(key, value);
                    break;
                case "stub-zone" or "forward-zone":
                    ReadZone(clause, keys);
                    break;
                case "auth-zone":
                    _settings.HasLocalZones = true;
                    break;
                default:
                    _settings.Special.Add("clause " + clause);
                    break;
            }
        }
        _settings.Stale = _servesStale ? _stale : null;
        _settings.Validates &= _settings.TrustAnchors.Count > 0;
        return _settings;
    }

    private void ReadZone(string clause, List<(string Key, string Value)> keys)
    {
        var kind = clause.Split('-')[0];
        var zone = keys.Where(key => key.Key == "name").Select(key => key.Value).FirstOrDefault(".");
        List<string> addresses =
            [.. keys.Where(key => key.Key == kind + "-addr").Select(key => AddressText.Canonical(key.Value))];
        var fallsBack = keys.Any(key => key.Key == kind + "-first" && SettingsReader.IsYes(key.Value));
        foreach (var (key, _) in keys)
        {
            if (key != "name" && key != kind + "-addr" && key != kind + "-first" && key != "stub-prime")
                _settings.Special.Add($"{clause} {key}");
        }
        if (kind == "stub" && zone is "." or "")
        {
            if (fallsBack)
                _settings.Special.Add("stub-first on the root");
            _settings.RootHints.Add(("k.root-servers.net.", addresses));
        }
        else
            (kind == "stub" ? _settings.Stubs : _settings.Forwards).Add(new(zone, addresses, fallsBack));
    }

    private void ReadKey(string key, string value)
    {
        if (!TryReadSwitch(key, SettingsReader.IsYes(value)) && !TryReadNumber(key, value) && !TryReadText(key, value)
            && !Noise.Contains(key))
            _settings.Special.Add("key " + key);
    }

    private bool TryReadSwitch(string key, bool isOn)
    {
        switch (key)
        {
            case "qname-minimisation":
                _settings.Minimises = isOn;
                return true;
            case "qname-minimisation-strict":
                _settings.MinimisesStrictly = isOn;
                return true;
            case "do-ip4":
                _settings.UsesIPv4 = isOn;
                return true;
            case "do-ip6":
                _settings.UsesIPv6 = isOn;
                return true;
            case "harden-glue":
                _settings.HardensGlue = isOn;
                return true;
            case "harden-below-nxdomain":
                _settings.CutsAtNxDomain = isOn;
                return true;
            case "aggressive-nsec":
                _settings.IsAggressive = isOn;
                return true;
            case "serve-expired":
                _servesStale = isOn;
                return true;
            case "serve-expired-ttl-reset":
                _stale.ResetsTtl = isOn;
                return true;
            case "prefetch":
                _settings.Prefetches = isOn;
                return true;
            case "do-not-query-localhost":
                _settings.SparesLocalhost = isOn;
                return true;
            case "minimal-responses":
                _settings.IsMinimal = isOn;
                return true;
            case "tcp-upstream":
                _settings.UsesTcpOnly = isOn;
                return true;
            case "serve-original-ttl":
                _settings.HandsOutOriginalTtl = isOn;
                return true;
            case "harden-algo-downgrade":
                if (isOn)
                    _settings.Special.Add("every algorithm of a DS set must validate");
                return true;
            default:
                return false;
        }
    }

    private bool TryReadNumber(string key, string value)
    {
        if (!uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        switch (key)
        {
            case "serve-expired-ttl":
                _stale.MaxSeconds = (int)number;
                return true;
            case "serve-expired-reply-ttl":
                _stale.ReplyTtl = (int)number;
                return true;
            case "serve-expired-client-timeout":
                _stale.ClientTimeoutMs = (int)number;
                return true;
            case "cache-min-ttl":
                _settings.MinimumTtl = number;
                return true;
            case "cache-max-ttl":
                _settings.MaximumTtl = number;
                return true;
            case "cache-max-negative-ttl":
                _settings.MaximumNegativeTtl = number;
                return true;
            case "cache-min-negative-ttl":
                _settings.MinimumNegativeTtl = number;
                return true;
            default:
                return false;
        }
    }

    private bool TryReadText(string key, string value)
    {
        switch (key)
        {
            case "trust-anchor":
                _settings.TrustAnchors.Add(value);
                return true;
            case "val-override-date":
                _settings.IgnoresDates = value.Trim() == "-1";
                _settings.Time = _settings.IgnoresDates ? null : SettingsReader.Stamp(value);
                return true;
            case "domain-insecure":
                _settings.Insecure.Add(value);
                return true;
            case "private-address":
                _settings.PrivateAddresses.Add(value);
                return true;
            case "private-domain":
                _settings.PrivateDomains.Add(value);
                return true;
            case "do-not-query-address":
                _settings.DoNotQuery.Add(value);
                return true;
            case "dns64-prefix":
                _settings.Dns64Prefix = value;
                return true;
            case "target-fetch-policy":
                _settings.FetchesExtraAddresses = value.Any(character => character is not ('0' or ' '));
                return true;
            case "module-config":
                ReadModules(value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                return true;
            case "local-zone":
                if (!value.TrimEnd('"').EndsWith("nodefault", StringComparison.Ordinal))
                    _settings.Special.Add("local-zone");
                return true;
            case "access-control":
                if (value.EndsWith("allow_snoop", StringComparison.Ordinal))
                    _settings.AnswersNonRecursive = true;
                else if (!value.EndsWith("allow", StringComparison.Ordinal))
                    _settings.Special.Add("access-control");
                return true;
            case "auto-trust-anchor-file":
                _settings.Special.Add("RFC 5011 state file");
                return true;
            default:
                return false;
        }
    }

    private void ReadModules(string[] modules)
    {
        _settings.Validates = modules.Contains("validator");
        if (modules.Contains("dns64"))
            _settings.Dns64Prefix ??= "64:ff9b::/96";
        var unknown = modules.Where(module => module is not ("validator" or "iterator" or "dns64")).ToList();
        if (unknown.Count > 0)
            _settings.Special.Add("module " + string.Join(' ', unknown));
    }

    private List<(string Clause, List<(string Key, string Value)> Keys)> Clauses()
    {
        List<(string Clause, List<(string Key, string Value)> Keys)> clauses = [];
        string? key = null;
        List<string> values = [];

        void Flush()
        {
            if (key is not null && ClauseNames.Contains(key) && values.Count == 0)
                clauses.Add((key, []));
            else if (key is not null)
            {
                if (clauses.Count == 0)
                    clauses.Add(("server", []));
                clauses[^1].Keys.Add((key, string.Join(' ', values)));
            }
            key = null;
            values = [];
        }

        foreach (var line in scenario.Configuration)
        {
            if (line[0] == '\0')
            {
                if (line.StartsWith("\0AUTOTRUST", StringComparison.Ordinal))
                    (key, values) = ("auto-trust-anchor-file", []);
                values.Add("\0" + line.Split(' ')[1]);
                Flush();
                continue;
            }
            foreach (var token in Tokens(line))
            {
                if (IsKey(token))
                {
                    Flush();
                    key = token[..^1];
                }
                else if (key is not null)
                    values.Add(token[0] is '"' or '\'' ? token.Trim('"', '\'') : token);
            }
            if (values.Count > 0 || (key is not null && ClauseNames.Contains(key)))
                Flush();
        }
        Flush();
        return clauses;
    }

    private static bool IsKey(string token) => token.Length > 1 && token[^1] == ':' && char.IsAsciiLetterLower(token[0])
        && token[..^1].All(character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>Quoted strings with their quotes, and words between them.</summary>
    private static List<string> Tokens(string line)
    {
        List<string> tokens = [];
        var token = new StringBuilder();
        char? quote = null;
        foreach (var character in line)
        {
            var isBlank = quote is null && char.IsWhiteSpace(character);
            var isOpening = quote is null && character is '"' or '\'';
            if ((isBlank || isOpening) && token.Length > 0)
            {
                tokens.Add(token.ToString());
                token.Clear();
            }
            if (isBlank)
                continue;
            token.Append(character);
            if (isOpening)
                quote = character;
            else if (quote == character)
            {
                tokens.Add(token.ToString());
                token.Clear();
                quote = null;
            }
        }
        if (token.Length > 0)
            tokens.Add(token.ToString());
        return tokens;
    }
}

using Resolverd.Configuration.Syntax;

namespace Resolverd.Tests.Configuration;

/// <summary>Every kind of mistake: the line, the key and the words an operator gets.</summary>
public sealed class BrokenSettingsTests
{
    [Theory]
    [InlineData("caches: {}", 1, "caches", "unknown key; did you mean cache?")]
    [InlineData("cache:\n  max_ttl: 1h", 2, "cache.max_ttl", "unknown key; did you mean cache.max-ttl?")]
    [InlineData("cache:\n  maxTtl: 1h", 2, "cache.maxTtl", "unknown key; did you mean cache.max-ttl?")]
    [InlineData("max-ttl: 1h", 1, "max-ttl", "unknown key; did you mean cache.max-ttl?")]
    [InlineData("cache:\n  validate: true", 2, "cache.validate", "unknown key; did you mean dnssec.validate?")]
    [InlineData("logging:\n  colour: red", 2, "logging.colour",
        "unknown key; allowed: level, format, max-per-cause, client-addresses")]
    [InlineData("forward-zones:\n- zone: example\n  addresses: [192.0.2.1]\n  frist: true", 4,
        "forward-zones[0].frist", "unknown key; did you mean forward-zones[0].first?")]
    [InlineData("\"\\e[31m\": 1", 1, "\\u001b[31m", "unknown key; allowed: ")]
    public void An_unknown_key_names_the_nearest_known_one(string text, int line, string key, string message) =>
        AssertProblem(text, line, key, message);

    [Theory]
    [InlineData("dnssec:\n  validate: yes", "found 'yes'; allowed: true or false (write true)")]
    [InlineData("dnssec:\n  validate: off", "found 'off'; allowed: true or false (write false)")]
    [InlineData("dnssec:\n  validate: maybe", "found 'maybe'; allowed: true or false")]
    [InlineData("dnssec:\n  validate:", "found nothing; allowed: true or false")]
    [InlineData("dnssec:\n  validate: null", "found 'null'; allowed: true or false")]
    [InlineData("dnssec:\n  validate: [true]", "found a list; allowed: true or false")]
    [InlineData("dnssec:\n  validate: {a: b}", "found a map of keys; allowed: true or false")]
    public void A_boolean_is_true_or_false(string text, string message) =>
        AssertProblem(text, 2, "dnssec.validate", message);

    [Theory]
    [InlineData("max-connections: 0", "found '0'; allowed: a whole number from 1 to 1000000")]
    [InlineData("max-connections: 1000001", "found '1000001'; allowed: a whole number from 1 to 1000000")]
    [InlineData("max-connections: -1", "found '-1'; allowed: a whole number from 1 to 1000000")]
    [InlineData("max-connections: 1e3", "found '1e3'; allowed: a whole number from 1 to 1000000")]
    [InlineData("max-connections: 0x10", "found '0x10'; allowed: a whole number from 1 to 1000000")]
    [InlineData("max-connections: 10.0", "found '10.0'; allowed: a whole number from 1 to 1000000")]
    [InlineData("max-connections: 99999999999999999999", "found '99999999999999999999'; allowed: a whole number")]
    [InlineData("max-connections: many", "found 'many'; allowed: a whole number from 1 to 1000000")]
    public void A_number_is_whole_and_within_bounds(string line, string message) =>
        AssertProblem("tcp:\n  " + line, 2, "tcp.max-connections", message);

    [Theory]
    [InlineData("60", "found '60'; allowed: a duration from 1s to 7d (a unit is missing; write 60s for seconds)")]
    [InlineData("60 s", "found '60 s'; allowed: a duration from 1s to 7d (units: ms, s, m, h, d, w)")]
    [InlineData("1.5h", "found '1.5h'; allowed: a duration from 1s to 7d (units: ms, s, m, h, d, w)")]
    [InlineData("1y", "found '1y'; allowed: a duration from 1s to 7d (units: ms, s, m, h, d, w)")]
    [InlineData("-1s", "found '-1s'; allowed: a duration from 1s to 7d")]
    [InlineData("999ms", "found '999ms'; allowed: a duration from 1s to 7d")]
    [InlineData("8d", "found '8d'; allowed: a duration from 1s to 7d")]
    [InlineData("99999999999999999d", "found '99999999999999999d'; allowed: a duration from 1s to 7d")]
    [InlineData("s", "found 's'; allowed: a duration from 1s to 7d")]
    public void A_duration_has_a_unit_and_is_within_bounds(string value, string message) =>
        AssertProblem("cache:\n  max-ttl: " + value, 2, "cache.max-ttl", message);

    [Theory]
    [InlineData("1000000", "(a unit is missing; write 1000000B for bytes)")]
    [InlineData("64mb", "(units: B, kB, MB, GB, TB, KiB, MiB, GiB, TiB)")]
    [InlineData("1MiB", "found '1MiB'; allowed: a size from 4MiB to 4TiB, or 1% to 90% of the memory")]
    [InlineData("0%", "found '0%'; allowed: a size from 4MiB to 4TiB, or 1% to 90% of the memory")]
    [InlineData("91%", "found '91%'; allowed: a size from 4MiB to 4TiB, or 1% to 90% of the memory")]
    [InlineData("-5%", "found '-5%'; allowed: a size")]
    [InlineData("9999999999TiB", "found '9999999999TiB'; allowed: a size")]
    public void A_size_has_a_unit_and_is_within_bounds(string value, string message) =>
        AssertProblem("cache:\n  size: " + value, 2, "cache.size", message);

    [Theory]
    [InlineData("localhost:53", "found 'localhost:53'; allowed: an IP address with or without a port")]
    [InlineData("127.0.0.1:0", "found '127.0.0.1:0'; allowed: an IP address with or without a port")]
    [InlineData("127.0.0.1:65536", "found '127.0.0.1:65536'; allowed: an IP address with or without a port")]
    [InlineData("'127.0.0.1:'", "found '127.0.0.1:'; allowed: an IP address with or without a port")]
    [InlineData("127.0.0.1:dns", "found '127.0.0.1:dns'; allowed: an IP address with or without a port")]
    [InlineData("127.1:53", "found '127.1:53'; allowed: an IP address with or without a port")]
    [InlineData("127.0.0.010:53", "found '127.0.0.010:53'; allowed: an IP address with or without a port")]
    [InlineData("0x7f000001:53", "found '0x7f000001:53'; allowed: an IP address with or without a port")]
    [InlineData("'[127.0.0.1]:53'", "(brackets are for IPv6 addresses)")]
    [InlineData("'[::1:53'", "found '[::1:53'; allowed: an IP address with or without a port")]
    [InlineData("'[fe80::1%eth0]:53'", "found '[fe80::1%eth0]:53'; allowed: an IP address with or without a port")]
    [InlineData("'::ffff:192.0.2.1'", "(did you mean 192.0.2.1?)")]
    [InlineData("127.0.0.1@53", "found '127.0.0.1@53'; allowed: an IP address with or without a port")]
    [InlineData("*:53", "found '*:53'; allowed: an IP address with or without a port")]
    public void A_listen_address_is_an_address_with_a_port(string value, string message) =>
        AssertProblem($"listen:\n  udp:\n  - {value.Replace("*:53", "\"*:53\"")}", 3, "listen.udp[0]", message);

    [Theory]
    [InlineData("192.0.2.0/33", "found '192.0.2.0/33'; allowed: a network such as 192.0.2.0/24")]
    [InlineData("192.0.2.0/-1", "found '192.0.2.0/-1'; allowed: a network such as 192.0.2.0/24")]
    [InlineData("192.0.2.1/24", "(bits are set after the prefix; did you mean 192.0.2.0/24?)")]
    [InlineData("2001:db8::/129", "found '2001:db8::/129'; allowed: a network such as 192.0.2.0/24")]
    [InlineData("192.0.2.0/255.255.255.0", "found '192.0.2.0/255.255.255.0'; allowed: a network")]
    [InlineData("all", "found 'all'; allowed: a network such as 192.0.2.0/24")]
    [InlineData("192.0.2/24", "found '192.0.2/24'; allowed: a network such as 192.0.2.0/24")]
    public void A_network_has_a_prefix_with_nothing_behind_it(string value, string message) =>
        AssertProblem($"access:\n  allow: [127.0.0.1, \"{value}\"]", 2, "access.allow[1]", message);

    [Theory]
    [InlineData("a..b", "found 'a..b'; allowed: a domain name such as example.com (it has an empty label)")]
    [InlineData("bücher.example", "(write an internationalised name in its xn-- form)")]
    [InlineData("a b", "found 'a b'; allowed: a domain name such as example.com")]
    [InlineData("\"\"", "found ''; allowed: a domain name such as example.com")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "allowed: a domain name")]
    public void A_name_is_a_domain_name(string value, string message) =>
        AssertProblem(
            $"dnssec:\n  negative-trust-anchors:\n    - {value}", 3, "dnssec.negative-trust-anchors[0]", message);

    [Theory]
    [InlineData("recursion:\n  qname-minimisation: loose", 2, "recursion.qname-minimisation",
        "found 'loose'; allowed: off, relaxed or strict")]
    [InlineData("recursion:\n  qname-minimisation: stict", 2, "recursion.qname-minimisation",
        "found 'stict'; allowed: off, relaxed or strict (did you mean strict?)")]
    [InlineData("logging:\n  level: Debug", 2, "logging.level", "(did you mean debug?)")]
    [InlineData("access:\n  open-resolver: yes", 2, "access.open-resolver",
        "found 'yes'; allowed: refused or i-know-this-is-an-open-resolver")]
    [InlineData("policy:\n  dns64-prefix: 64:ff9b::/95", 2, "policy.dns64-prefix",
        "allowed: an IPv6 prefix of length 32, 40, 48, 56, 64 or 96")]
    [InlineData("policy:\n  dns64-prefix: 10.0.0.0/32", 2, "policy.dns64-prefix", "allowed: an IPv6 prefix")]
    [InlineData("policy:\n  dns64-prefix: 2001:db8:0:0:ff00::/96", 2, "policy.dns64-prefix", "allowed: an IPv6 prefix")]
    [InlineData("recursion:\n  outgoing-ipv4: ['::1']", 2, "recursion.outgoing-ipv4[0]",
        "found '::1'; allowed: an IPv4 address")]
    [InlineData("recursion:\n  outgoing-ipv6: [192.0.2.1]", 2, "recursion.outgoing-ipv6[0]",
        "found '192.0.2.1'; allowed: an IPv6 address")]
    [InlineData("control:\n  mode: 0666", 2, "control.mode", "allowed: octal permissions such as 0660, not writable")]
    [InlineData("control:\n  mode: 660", 2, "control.mode", "found '660'; allowed: octal permissions such as 0660")]
    [InlineData("dnssec:\n  fixed-time: 2026-13-01T00:00:00Z", 2, "dnssec.fixed-time", "allowed: a time in UTC")]
    [InlineData("server:\n  identity: \"a\\nb\"", 2, "server.identity",
        "found 'a\\u000ab'; allowed: 1 to 255 printable ASCII characters, or null")]
    public void Other_values_say_what_is_allowed(string text, int line, string key, string message) =>
        AssertProblem(text, line, key, message);

    [Theory]
    [InlineData("cache: 5", 1, "cache", "found '5'; allowed: a map of keys")]
    [InlineData("cache: [size, 5]", 1, "cache", "found a list; allowed: a map of keys")]
    [InlineData("- cache", 1, "", "found a list; allowed: a map of keys")]
    [InlineData("cache", 1, "", "found 'cache'; allowed: a map of keys")]
    [InlineData("forward-zones: {zone: a}", 1, "forward-zones", "found a map of keys; allowed: a list of up to 10000")]
    [InlineData("forward-zones: [example]", 1, "forward-zones[0]", "found 'example'; allowed: a map")]
    [InlineData("forward-zones:\n- addresses: [192.0.2.1]", 2, "forward-zones[0].zone",
        "missing; allowed: a domain name such as example.com")]
    [InlineData("stub-zones:\n- zone: example", 2, "stub-zones[0].addresses", "missing; allowed: a list of 1 to 32")]
    [InlineData("stub-zones:\n- zone: example\n  addresses: []", 3, "stub-zones[0].addresses", "found 0 items")]
    [InlineData("access:\n  allow: 127.0.0.1", 2, "access.allow", "(write one value as [value])")]
    public void Shapes_are_checked(string text, int line, string key, string message) =>
        AssertProblem(text, line, key, message);

    [Theory]
    [InlineData("recursion:\n  root-hints-file: nowhere.hints", "recursion.root-hints-file", "(there is no /")]
    [InlineData("dnssec:\n  trust-anchors-file: .", "dnssec.trust-anchors-file", "or is a folder)")]
    [InlineData("dnssec:\n  trust-anchors-file: ''", "dnssec.trust-anchors-file", "allowed: the path of a file")]
    public void A_file_to_be_read_can_be_read(string text, string key, string message) =>
        AssertProblem(text, 2, key, message);

    [Fact]
    public void A_socket_path_fits_a_socket_address()
    {
        var fits = "/" + new string('s', 106);

        Assert.Empty(SettingsFile.LoadText($"control:\n  socket: {fits}").Problems);
        AssertProblem($"control:\n  socket: {fits}s", 2, "control.socket", "allowed: a path of at most 107 bytes");
    }

    private static void AssertProblem(string text, int line, string key, string message)
    {
        var problem = SettingsFile.TheProblemOf(text);

        Assert.Equal((line, key), (problem.Position.Line, problem.Key));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("resolverd.yaml", problem.Position.Source.Name, StringComparison.Ordinal);
        Assert.Equal(ConfigurationSourceKind.File, problem.Position.Source.Kind);
    }
}

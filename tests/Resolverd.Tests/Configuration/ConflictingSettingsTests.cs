namespace Resolverd.Tests.Configuration;

/// <summary>Keys that are right by themselves and wrong together.</summary>
public sealed class ConflictingSettingsTests
{
    private const string Beyond = "listen:\n  udp: [192.0.2.53:53]\naccess:\n  allow: ";

    [Theory]
    [InlineData("[0.0.0.0/0]")]
    [InlineData("['::/0']")]
    [InlineData("[0.0.0.0/1, 128.0.0.0/1]")]
    [InlineData("[0.0.0.0/3, 64.0.0.0/3]")]
    [InlineData("[192.0.2.0/24, 64.0.0.0/2]")]
    [InlineData("['2000::/3']")]
    [InlineData("['2000::/5']")]
    public void An_open_resolver_does_not_start_by_accident(string allow)
    {
        var problem = SettingsFile.TheProblemOf(Beyond + allow);

        Assert.Equal((4, "access.allow"), (problem.Position.Line, problem.Key));
        Assert.Contains("this is an open resolver", problem.Message, StringComparison.Ordinal);
        Assert.Contains("access.open-resolver: i-know-this-is-an-open-resolver", problem.Message);
    }

    [Theory]
    [InlineData("[0.0.0.0/3]")]
    [InlineData("[0.0.0.0/3, 0.0.0.0/4, 16.0.0.0/4, 0.0.0.0/3]")]
    [InlineData("['2000::/6']")]
    [InlineData("[10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 'fc00::/7', 'fe80::/10']")]
    public void Less_than_a_quarter_of_the_Internet_is_not_open(string allow) =>
        Assert.Empty(SettingsFile.LoadText(Beyond + allow).Problems);

    [Fact]
    public void An_open_resolver_starts_if_the_operator_says_so_in_words() =>
        Assert.Empty(SettingsFile.LoadText(
            Beyond + "[0.0.0.0/0]\n  open-resolver: i-know-this-is-an-open-resolver").Problems);

    [Theory]
    [InlineData("127.0.0.1:53")]
    [InlineData("127.53.0.1:53")]
    [InlineData("\"[::1]:53\"")]
    public void On_loopback_anyone_may_be_allowed(string address) =>
        Assert.Empty(SettingsFile.LoadText(
            $"listen:\n  udp: [{address}]\n  tcp: [{address}]\naccess:\n  allow: [0.0.0.0/0, '::/0']").Problems);

    [Theory]
    [InlineData("0.0.0.0:53")]
    [InlineData("\"[::]:53\"")]
    public void The_unspecified_address_is_beyond_loopback(string address) =>
        Assert.Single(SettingsFile.LoadText(
            $"listen:\n  udp: []\n  tcp: [{address}]\naccess:\n  allow: [0.0.0.0/0]").Problems);

    [Theory]
    [InlineData("listen:\n  udp: []\n  tcp: []", 2, "listen.udp", "listen.tcp is empty too")]
    [InlineData("listen:\n  udp: [127.0.0.1:53, 127.0.0.1]", 2, "listen.udp", "127.0.0.1:53 is given twice")]
    [InlineData("recursion:\n  ipv4: false\n  ipv6: false", 3, "recursion.ipv6", "recursion.ipv4 is off too")]
    [InlineData("cache:\n  max-ttl: 1m\n  min-ttl: 2m", 3, "cache.min-ttl",
        "cache.min-ttl is 2m and cache.max-ttl is 1m")]
    [InlineData("cache:\n  max-negative-ttl: 1m\n  min-negative-ttl: 61s", 3, "cache.min-negative-ttl", "at most")]
    [InlineData("cache:\n  max-failure-ttl: 2s\n  min-failure-ttl: 3s", 3, "cache.min-failure-ttl", "at most")]
    [InlineData("dnssec:\n  max-bogus-ttl: 4s", 2, "dnssec.max-bogus-ttl", "at most")]
    [InlineData("tcp:\n  idle-timeout: 1s", 2, "tcp.idle-timeout", "at most")]
    [InlineData("tcp:\n  max-connections: 10", 2, "tcp.max-connections-per-client", "more than tcp.max-connections")]
    [InlineData("recursion:\n  timeouts:\n    first: 3s", 3, "recursion.timeouts.first", "at most")]
    [InlineData("local-root:\n  drop-before: 3d", 2, "local-root.drop-before", "at most")]
    [InlineData("testing:\n  clock-offset-file: /dev/null", 2, "testing.clock-offset-file",
        "allowed: only with testing.enabled: true")]
    [InlineData("local-zones:\n- name: example", 2, "local-zones[0].name", "the zone has no source")]
    [InlineData("local-zones:\n- {name: a, file: /dev/null}\n- {name: A., file: /dev/null}", 3, "local-zones[1].name",
        "A. is given already")]
    [InlineData("stub-zones:\n- {zone: a, addresses: [192.0.2.1]}\n- {zone: A., addresses: [192.0.2.2]}", 3,
        "stub-zones[1].zone", "A. has servers given already")]
    [InlineData("stub-zones:\n- {zone: a, addresses: [192.0.2.1]}\nforward-zones:\n- {zone: a, addresses: [192.0.2.1]}",
        2, "stub-zones[0].zone", "once, in forward-zones or in stub-zones")]
    public void Keys_at_odds_are_refused(string text, int line, string key, string message)
    {
        var problem = SettingsFile.TheProblemOf(text);

        Assert.Equal(key, problem.Key);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(key == "tcp.max-connections-per-client" ? 1 : line, problem.Position.Line);
    }

    [Fact]
    public void The_clock_may_be_moved_in_a_test() =>
        Assert.Empty(SettingsFile.LoadText("testing:\n  enabled: true\n  clock-offset-file: /dev/null").Problems);
}

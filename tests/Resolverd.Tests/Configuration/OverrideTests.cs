using Resolverd.Configuration.Syntax;

namespace Resolverd.Tests.Configuration;

public sealed class OverrideTests
{
    [Fact]
    public void An_argument_wins_over_the_file_and_a_later_one_over_an_earlier_one()
    {
        var loaded = SettingsFile.LoadText(
            "cache:\n  max-ttl: 1h\n  min-ttl: 1s\n", "cache.max-ttl=2h", "cache.max-ttl=3h");

        Assert.Equal(TimeSpan.FromHours(3), loaded.Settings!.Cache.MaxTtl);
        Assert.Equal(TimeSpan.FromSeconds(1), loaded.Settings.Cache.MinTtl);
    }

    [Fact]
    public void Lists_are_given_as_YAML()
    {
        var loaded = SettingsFile.LoadText("", "listen.udp=[127.0.0.1:5353, '[::1]:5353']",
            "forward-zones=[{zone: example, addresses: [192.0.2.1]}]");

        Assert.Equal(2, loaded.Settings!.Listen.Udp.Length);
        Assert.Equal("example.", Assert.Single(loaded.Settings.ForwardZones).Zone.ToString());
    }

    [Fact]
    public void A_map_is_laid_over_a_section_key_by_key()
    {
        var loaded = SettingsFile.LoadText(
            "recursion:\n  ipv6: false\n  budget: {queries: 60}\n",
            "recursion={cookies: false, budget: {queries-per-name: 40}}");

        var recursion = loaded.Settings!.Recursion;
        Assert.Equal((false, false), (recursion.IPv6, recursion.Cookies));
        Assert.Equal((60, 40), (recursion.Budget.Queries, recursion.Budget.QueriesPerName));
    }

    [Fact]
    public void A_value_may_hold_equals_signs() =>
        Assert.Equal("a=b", SettingsFile.LoadText("", "server.identity=a=b").Settings!.Server.Identity);

    [Theory]
    [InlineData("cache.max-ttl=soon", "--set cache.max-ttl: found 'soon'; allowed: a duration from 1s to 7d")]
    [InlineData("cache.nothing=1", "--set cache.nothing: unknown key; allowed: ")]
    [InlineData("cache.max_ttl=1h", "--set cache.max_ttl: unknown key; did you mean cache.max-ttl?")]
    [InlineData("cache.max-ttl", "--set cache.max-ttl: found 'cache.max-ttl'; allowed: key.path=value")]
    [InlineData("=1h", "--set : found '=1h'; allowed: key.path=value")]
    [InlineData("cache..size=1GiB", "--set cache..size: found 'cache..size=1GiB'; allowed: key.path=value")]
    [InlineData("cache=1", "--set cache: found '1'; allowed: a map of keys")]
    [InlineData("cache.size=[1", "--set cache.size: not valid YAML")]
    [InlineData("cache.size=&a 1", "--set cache.size: found the anchor '&a'")]
    [InlineData("cache.size.x=1", "--set cache.size.x: cache.size: found a map of keys; allowed: a size")]
    public void A_bad_argument_is_named(string argument, string message)
    {
        var problem = SettingsFile.TheProblemOf("", argument);

        Assert.StartsWith(message, problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_argument_is_the_origin_that_a_problem_names()
    {
        var problem = SettingsFile.TheProblemOf("cache:\n  max-ttl: 1h\n", "cache.max-ttl=soon");

        Assert.Equal(ConfigurationSourceKind.Argument, problem.Position.Source.Kind);
    }

    [Fact]
    public void A_relative_path_starts_at_the_working_directory() =>
        Assert.Equal(
            Path.GetFullPath("here/state"),
            SettingsFile.LoadText("", "state-dir=here/state").Settings!.StateDir);
}

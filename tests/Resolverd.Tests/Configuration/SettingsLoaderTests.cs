using Dns;
using Resolver.Ports;
using Resolverd.Configuration;
using Resolverd.Configuration.Model;
using Resolverd.Configuration.Values;

namespace Resolverd.Tests.Configuration;

public sealed class SettingsLoaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("cache:\nlogging: ~\nforward-zones:\n")]
    public void Without_a_word_said_the_defaults_apply(string text)
    {
        var loaded = SettingsFile.LoadText(text);

        Assert.Empty(loaded.Problems);
        Assert.All(loaded.Effective.Where(value => value.Path != "forward-zones"),
            value => Assert.Equal("default", value.Origin));
        Assert.Equal(["127.0.0.1:53", "[::1]:53"], loaded.Settings!.Listen.Udp.Select(address => address.ToString()));
    }

    [Fact]
    public void Every_form_of_value_is_read()
    {
        using var file = new SettingsFile(SampleSettings.Everything);

        var settings = file.Load().Settings!;

        Assert.Equal("ns1 (east)", settings.Server.Identity);
        Assert.Equal("true", settings.Server.Nsid);
        Assert.Equal("192.0.2.53:53", settings.Listen.Udp[2].ToString());
        Assert.Equal((2, null), (settings.Listen.Workers, settings.Listen.SocketsPerAddress));
        Assert.Equal(HostNetwork.Parse("192.0.2.7/32"), settings.Access.Allow[2]);
        Assert.Equal(QnameMinimisation.Off, settings.Recursion.QnameMinimisation);
        Assert.Empty(settings.Recursion.DoNotQuery);
        Assert.Equal(70, settings.Recursion.Budget.Queries);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Recursion.Budget.CpuTime);
        Assert.Equal(DomainName.Root, settings.ForwardZones[1].Zone);
        Assert.Equal(MemoryAmount.Share(33), settings.Cache.Size);
        Assert.Equal(Path.Combine(file.Folder, "cache.bin"), settings.Cache.Snapshot.Path);
        Assert.Equal(TimeSpan.FromMinutes(90), settings.Stale.MaxAge);
        Assert.Equal(2, settings.Dnssec.NegativeTrustAnchors[1].LabelCount);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, settings.Control.Mode);
        Assert.Equal(new DateTimeOffset(2026, 10, 11, 0, 0, 0, TimeSpan.Zero), settings.Dnssec.FixedTime);
        Assert.Equal(LogFormat.Json, settings.Logging.Format);
    }

    [Fact]
    public void Settings_read_twice_are_equal_and_one_item_of_a_list_makes_them_differ()
    {
        using var file = new SettingsFile(SampleSettings.Everything);

        var first = file.Load().Settings;

        Assert.Equal(first, file.Load().Settings);
        Assert.Equal(first!.GetHashCode(), file.Load().Settings!.GetHashCode());
        Assert.NotEqual(first, file.Load("listen.tcp=[127.0.0.1:5354]").Settings);
        Assert.Equal(first.Access, file.Load("listen.tcp=[127.0.0.1:5354]").Settings!.Access);
    }

    [Fact]
    public void What_a_reload_cannot_change_is_known()
    {
        using var file = new SettingsFile(SampleSettings.Everything);

        var next = file.Load("logging.level=error", "state-dir=/elsewhere", "listen.workers=3");

        var state = $"{file.Folder}/state";
        Assert.Equal(
            [
                "listen.workers is 2 and would become 3 (--set listen.workers), which takes a restart",
                $"state-dir is {state} and would become /elsewhere (--set state-dir), which takes a restart",
            ],
            next.WhatNeedsRestart(file.Load()));
        Assert.Empty(file.Load().WhatNeedsRestart(file.Load()));
    }

    [Fact]
    public void JSON_is_read_like_YAML_and_tabs_and_escapes_with_it()
    {
        const string text = """
            {
            TAB"server": {"identity": "a\u0041\/\\", "nsid": null},
            TAB"cache": {"max-ttl": "2h"}
            }
            """;
        using var file = new SettingsFile(text.Replace("TAB", "\t", StringComparison.Ordinal), "resolverd.json");

        var loaded = file.Load();

        Assert.Empty(loaded.Problems);
        Assert.Equal(("aA/\\", null), (loaded.Settings!.Server.Identity, loaded.Settings.Server.Nsid));
        Assert.Equal(TimeSpan.FromHours(2), loaded.Settings.Cache.MaxTtl);
    }

    [Fact]
    public void All_problems_are_reported_in_the_order_of_the_text()
    {
        var loaded = SettingsFile.LoadText("""
            cache:
              max-ttl: soon
              siez: 1GiB
            foo: bar
            listen:
              udp: [nowhere, 127.0.0.1:5353, "[::1"]
            """, "logging.level=loud");

        Assert.Null(loaded.Settings);
        Assert.Equal(
            ["cache.max-ttl", "cache.siez", "foo", "listen.udp[0]", "listen.udp[2]", "logging.level"],
            loaded.Problems.Select(problem => problem.Key));
        Assert.Equal([2, 3, 4, 6, 6, 1], loaded.Problems.Select(problem => problem.Position.Line));
    }

    [Fact]
    public void A_problem_is_one_line_with_file_line_column_and_key()
    {
        using var file = new SettingsFile("cache:\n  max-ttl: soon\n");

        var problem = Assert.Single(file.Load().Problems);

        Assert.Equal(
            $"{file.Path}:2:12: cache.max-ttl: found 'soon'; allowed: a duration from 1s to 7d", problem.ToString());
    }

    [Fact]
    public void A_missing_file_is_a_problem_and_not_the_defaults()
    {
        var loaded = SettingsLoader.Load(new SettingsSource("/nowhere/resolverd.yaml", []));

        var problem = Assert.Single(loaded.Problems);
        Assert.StartsWith("/nowhere/resolverd.yaml:1:1: cannot be read: ", problem.ToString());
    }

    [Fact]
    public void A_folder_is_not_a_file() =>
        Assert.Single(SettingsLoader.Load(new SettingsSource("/", [])).Problems);

    [Fact]
    public void A_key_without_its_feature_is_refused_and_not_ignored()
    {
        var planned = SettingsLoader.Schema.Keys().FirstOrDefault(key => key.IsPlanned);
        var loaded = SettingsLoader.Load(new SettingsSource(null, [$"{planned?.Path ?? "logging.level"}=warning"]));

        Assert.Equal(
            planned is null ? [] : ["not available in this version"],
            loaded.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Keys_are_declared_once() =>
        Assert.Equal(
            SettingsLoader.Schema.Keys().Count(),
            SettingsLoader.Schema.Keys().Select(key => key.Path).Distinct().Count());

    [Fact]
    public void Every_key_says_what_it_does_in_a_sentence() =>
        Assert.All(SettingsLoader.Schema.Keys(), key => Assert.EndsWith(".", key.Description));

    [Fact]
    public void The_defaults_obey_the_rules_between_keys() =>
        Assert.Empty(SettingsLoader.Load(SettingsSource.BuiltIn).Problems);

    [Fact]
    public void A_given_key_is_known_to_be_given()
    {
        var loaded = SettingsFile.LoadText("cache:\n  max-ttl: 1d\n", "cache.min-ttl=0s");

        Assert.True(loaded.IsGiven("cache.max-ttl"));
        Assert.True(loaded.IsGiven("cache.min-ttl"));
        Assert.False(loaded.IsGiven("cache.size"));
    }
}

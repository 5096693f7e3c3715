using Dns;
using Resolver.Ports;
using Simulation.Zones;
using Xunit;

namespace Resolver.Tests.Recursion.Delegations;

public sealed class DelegationTests
{
    private const string RootWith = ". NS a.root-servers.net.\na.root-servers.net. A 198.41.0.4\n";

    [Fact]
    public void A_zone_that_its_parent_has_let_go_dies_by_the_parents_TTL()
    {
        using var bed = new RecursionBed()
            .With("example.", "@ 86400 NS ns\nns 86400 A 20.9.0.2\n* 1 A 192.0.2.1\n@ 1 TXT x");
        ServeRoot(bed, "example. 600 NS ns.example.\nns.example. 600 A 20.9.0.2");
        Place(bed, "example.", "20.9.0.2");
        Assert.Equal("192.0.2.1", bed.Ask("a.example. A"));
        ServeRoot(bed, "");

        for (var i = 0; i < 12; i++)
        {
            bed.World.Pass(50);
            bed.Ask($"n{i}.example. NS");
            bed.Ask("example. NS");
        }

        Assert.Equal("NxDomain .", bed.Ask("late.example. A"));
    }

    [Fact]
    public void A_zone_below_one_that_was_let_go_dies_with_it()
    {
        using var bed = TwoLevels();
        Assert.Equal("192.0.2.1", bed.Ask("a.sub.example. A"));
        ServeRoot(bed, "");

        bed.World.Pass(601);

        Assert.Equal("NxDomain .", bed.Ask("b.sub.example. A"));
    }

    [Fact]
    public void A_delegation_that_is_renewed_keeps_the_zones_below_it()
    {
        using var bed = TwoLevels();
        bed.Ask("a.sub.example. A");

        bed.World.Pass(601);
        Assert.Equal("192.0.2.1", bed.Ask("b.sub.example. A"));

        Assert.Equal(["198.41.0.4", "20.9.0.3"], bed.SentSince.Select(sent => sent.Server.Host.ToString()));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(61, 2)]
    public void A_delegation_lives_for_a_minute_whatever_its_TTL(int seconds, int expected)
    {
        using var bed = new RecursionBed().With("example.", "@ 0 NS ns\nns 0 A 20.0.0.2\n* A 192.0.2.1");
        ServeRoot(bed, "example. 0 NS ns.example.\nns.example. 0 A 20.0.0.2");
        bed.World.Network.Attach(HostAddress.Parse("20.0.0.2"), bed.World.ServerOf("example.").Handle);
        bed.Ask("a.example. A");

        bed.World.Pass(seconds);
        bed.Ask("b.example. A");

        Assert.Equal(expected, bed.Asked.Count);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.1.1")]
    public void Private_addresses_of_public_zones_get_no_packet(string address)
    {
        using var bed = new RecursionBed().With("example.", "www A 192.0.2.1");
        ServeRoot(bed, $"example. NS ns.example.\nns.example. A {address}");

        bed.Ask("www.example. A");

        Assert.All(bed.World.Network.Sent, sent => Assert.Equal("198.41.0.4", sent.Server.Host.ToString()));
    }

    [Fact]
    public void Private_addresses_are_asked_where_the_operator_allows_it()
    {
        using var bed = new RecursionBed(settings: options => options with
        {
            PrivateServers = [HostNetwork.Parse("10.0.0.0/8")],
        }).With("example.", "@ NS ns\nns A 10.0.0.1\nwww A 192.0.2.1");
        ServeRoot(bed, "example. NS ns.example.\nns.example. A 10.0.0.1");
        bed.World.Network.Attach(HostAddress.Parse("10.0.0.1"), bed.World.ServerOf("example.").Handle);

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
    }

    [Fact]
    public void Missing_glue_is_asked_for_at_the_parent()
    {
        using var bed = new RecursionBed().With("example.", "@ NS ns\nns A 20.0.0.2\nwww A 192.0.2.1");
        bed.World.Network.Attach(HostAddress.Parse("20.0.0.2"), bed.World.ServerOf("example.").Handle);
        ScriptedServer.At(bed, "198.41.0.4")
            .On(". NS", "aa", "an . NS a.root-servers.net.", "ad a.root-servers.net. A 198.41.0.4")
            .On("ns.example. A", "an ns.example. A 20.0.0.2")
            .On("*", "au example. NS ns.example.");

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
    }

    [Fact]
    public void A_server_name_that_is_an_alias_is_followed()
    {
        using var bed = new RecursionBed().With("example.", "@ NS ns.other.\nwww A 192.0.2.1")
            .With("other.", "@ NS ns1\nns1 A 20.9.0.4\nns CNAME real\nreal A 20.9.0.5");
        ServeRoot(bed, "example. NS ns.other.\nother. NS ns1.other.\nns1.other. A 20.9.0.4");
        Place(bed, "other.", "20.9.0.4");
        Place(bed, "example.", "20.9.0.5");

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        bed.Ask("mail.example. A");
        Assert.Equal(["mail.example. A"], bed.Asked);
    }

    [Fact]
    public void Two_zones_that_wait_for_each_other_fail_fast_and_cheaply()
    {
        using var bed = new RecursionBed();
        ServeRoot(bed, "one. NS ns.two.\ntwo. NS ns.one.");
        var began = bed.World.Time.NowMs;

        Assert.Equal("NoReachableAuthority", bed.Ask("www.one. A"));

        Assert.InRange(bed.World.Time.NowMs - began, 0, 500);
        Assert.InRange(bed.Asked.Count, 1, 6);
    }

    private static RecursionBed TwoLevels()
    {
        var bed = new RecursionBed()
            .With("example.", "@ NS ns\nns A 20.9.0.2\nsub 86400 NS ns.sub\nns.sub 86400 A 20.9.0.3")
            .With("sub.example.", "@ NS ns\nns A 20.9.0.3\n* 1 A 192.0.2.1");
        ServeRoot(bed, "example. 600 NS ns.example.\nns.example. 600 A 20.9.0.2");
        Place(bed, "example.", "20.9.0.2");
        Place(bed, "sub.example.", "20.9.0.3");
        return bed;
    }

    private static void ServeRoot(RecursionBed bed, string delegations) =>
        bed.World.ServerOf(".").Serve(ZoneContent.Parse(DomainName.Root, RootWith + delegations));

    private static void Place(RecursionBed bed, string apex, string address) =>
        bed.World.Network.Attach(HostAddress.Parse(address), bed.World.ServerOf(apex).Handle);
}

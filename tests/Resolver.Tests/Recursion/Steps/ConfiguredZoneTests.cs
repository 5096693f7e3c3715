using Dns;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Tests.Recursion.Attacks;
using Xunit;

namespace Resolver.Tests.Recursion.Steps;

public sealed class ConfiguredZoneTests
{
    [Fact]
    public void A_stub_is_asked_without_RD_and_its_referrals_are_followed()
    {
        using var bed = BedWith(PoisoningTests.Zone("corp.", "10.0.0.1", ConfiguredZoneKind.Stub));
        var stub = ScriptedServer.At(bed, "10.0.0.1")
            .On("www.corp. A", "aa", "an www.corp. A 192.0.2.1")
            .On("*", "au deep.corp. NS ns.deep.corp.", "ad ns.deep.corp. A 10.0.0.2");
        ScriptedServer.At(bed, "10.0.0.2").On("a.deep.corp. A", "aa", "an a.deep.corp. A 192.0.2.2");

        Assert.Equal("192.0.2.1", bed.Ask("www.corp. A"));
        Assert.Equal("192.0.2.2", bed.Ask("a.deep.corp. A"));
        Assert.All(stub.Received, query => Assert.Equal(0, query.Flags & 0x0100));
    }

    [Fact]
    public void A_forwarder_is_asked_with_RD_for_whole_names()
    {
        using var bed = BedWith(PoisoningTests.Zone(".", "10.0.0.1", ConfiguredZoneKind.Forward));
        var forwarder = ScriptedServer.At(bed, "10.0.0.1").On(
            "*", "ra", "an a.b.c.example. CNAME web.test.", "an web.test. A 192.0.2.1");

        Assert.Equal("CNAME web.test. | 192.0.2.1", bed.Ask("a.b.c.example. A"));
        Assert.Equal("a.b.c.example.", Assert.Single(forwarder.Received).Question!.Name.ToString());
        Assert.All(forwarder.Received, query => Assert.NotEqual(0, query.Flags & 0x0100));
    }

    [Fact]
    public void A_second_target_is_asked_when_the_first_fails()
    {
        using var bed = BedWith(new ConfiguredZone
        {
            Zone = DomainName.Root,
            Servers = [Server("10.0.0.1"), Server("10.0.0.2")],
            Kind = ConfiguredZoneKind.Forward,
        });
        ScriptedServer.At(bed, "10.0.0.1").On("*", "servfail");
        ScriptedServer.At(bed, "10.0.0.2").On("*", "ra", "an www.example. A 192.0.2.1");

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
    }

    [Theory]
    [InlineData(ZoneFallback.Fail, "NoUsableAnswer")]
    [InlineData(ZoneFallback.ResolveNormally, "192.0.2.7")]
    public void What_follows_a_failure_is_the_operators_choice(ZoneFallback fallback, string expected)
    {
        var zone = PoisoningTests.Zone("example.", "10.0.0.1", ConfiguredZoneKind.Forward);
        using var bed = BedWith(zone with { Fallback = fallback });
        bed.With("example.", "www A 192.0.2.7");
        ScriptedServer.At(bed, "10.0.0.1").On("*", "servfail");

        Assert.Equal(expected, bed.Ask("www.example. A"));
    }

    [Fact]
    public void DS_of_a_configured_zone_is_asked_for_at_its_public_parent()
    {
        using var bed = BedWith(PoisoningTests.Zone("corp.", "10.0.0.1", ConfiguredZoneKind.Forward));
        var forwarder = ScriptedServer.At(bed, "10.0.0.1");

        Assert.Equal("NoData .", bed.Ask("corp. DS"));
        Assert.Empty(forwarder.Received);
    }

    [Fact]
    public void The_closest_configured_zone_counts()
    {
        using var bed = BedWith(
            PoisoningTests.Zone(".", "10.0.0.1", ConfiguredZoneKind.Forward),
            PoisoningTests.Zone("corp.", "10.0.0.2", ConfiguredZoneKind.Forward));
        ScriptedServer.At(bed, "10.0.0.1").On("*", "ra", "an www.corp. A 6.6.6.6");
        ScriptedServer.At(bed, "10.0.0.2").On("*", "ra", "an www.corp. A 192.0.2.1");

        Assert.Equal("192.0.2.1", bed.Ask("www.corp. A"));
    }

    private static RecursionBed BedWith(params ConfiguredZone[] zones) =>
        new(settings: options => options with { Zones = zones });

    private static ServerAddress Server(string address) => new(HostAddress.Parse(address), ServerAddress.DnsPort);
}

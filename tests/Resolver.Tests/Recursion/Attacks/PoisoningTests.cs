using Dns;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Xunit;

namespace Resolver.Tests.Recursion.Attacks;

public sealed class PoisoningTests
{
    [Fact]
    public void Servers_named_beside_an_answer_are_not_asked()
    {
        using var bed = Attacked(
            out var trap,
            "aa",
            "an x.attacker. A 192.0.2.9",
            "au attacker. NS ns.trap.",
            "au victim. NS ns.trap.",
            "ad ns.trap. A 6.6.6.6",
            "ad www.victim. A 6.6.6.6");
        bed.Ask("x.attacker. A");

        Assert.Equal("192.0.2.1", bed.Ask("www.victim. A"));
        bed.Ask("y.attacker. A");
        Assert.Empty(trap.Received);
    }

    [Fact]
    public void Addresses_outside_the_bailiwick_are_neither_used_nor_answered()
    {
        using var bed = Attacked(out var trap, "au sub.attacker. NS www.victim.", "ad www.victim. A 6.6.6.6");
        bed.Ask("x.sub.attacker. A");

        Assert.Equal("192.0.2.1", bed.Ask("www.victim. A"));
        Assert.Empty(trap.Received);
    }

    [Fact]
    public void A_referral_to_a_name_above_or_beside_is_not_followed()
    {
        using var bed = Attacked(out var trap, "au victim. NS ns.trap.", "ad ns.trap. A 6.6.6.6");

        Assert.Equal("NoUsableAnswer", bed.Ask("x.attacker. A"));
        Assert.Equal("192.0.2.1", bed.Ask("www.victim. A"));
        Assert.Empty(trap.Received);
    }

    [Fact]
    public void A_DNAME_of_somebody_else_is_not_followed()
    {
        using var bed = Attacked(
            out _, "aa", "an . DNAME trap.", "an victim. DNAME trap.", "an x.attacker. A 192.0.2.9");

        Assert.Equal("192.0.2.9", bed.Ask("x.attacker. A"));
        Assert.Equal("192.0.2.1", bed.Ask("www.victim. A"));
    }

    [Fact]
    public void Forged_datagrams_with_guessed_IDs_never_win()
    {
        using var bed = RecursionBed.Serving("example.", "* A 192.0.2.1");
        bed.World.Network.Spoofer = new(new Simulation.Luck.Chance(7), percent: 100, packets: 50);

        for (var i = 0; i < 50; i++)
            Assert.Equal("192.0.2.1", bed.Ask($"n{i}.example. A"));
    }

    [Fact]
    public void A_forwarder_has_no_say_outside_its_zone()
    {
        using var bed = new RecursionBed(settings: options => options with
        {
            Zones = [Zone("corp.", "20.7.0.1", ConfiguredZoneKind.Forward)],
        }).With("victim.", "www A 192.0.2.1");
        ScriptedServer.At(bed, "20.7.0.1").On(
            "*",
            "ra",
            "an x.corp. CNAME www.victim.",
            "an www.victim. A 6.6.6.6",
            "au victim. NS ns.trap.",
            "ad ns.trap. A 6.6.6.6");

        Assert.Equal("CNAME www.victim. | 192.0.2.1", bed.Ask("x.corp. A"));
        Assert.Equal("192.0.2.1", bed.Ask("www.victim. A"));
    }

    [Fact]
    public void The_public_tree_has_no_say_inside_a_configured_zone()
    {
        using var bed = new RecursionBed(settings: options => options with
        {
            Zones = [Zone("corp.attacker.", "20.7.0.1", ConfiguredZoneKind.Stub)],
        });
        bed.With("attacker.", "");
        ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse("attacker.")).ToString()).On(
            "*", "aa", "an x.attacker. CNAME www.corp.attacker.", "an www.corp.attacker. A 6.6.6.6");
        ScriptedServer.At(bed, "20.7.0.1").On("www.corp.attacker. A", "aa", "an www.corp.attacker. A 192.0.2.1");

        Assert.Equal("CNAME www.corp.attacker. | 192.0.2.1", bed.Ask("x.attacker. A"));
    }

    [Fact]
    public void Glue_never_answers_a_client()
    {
        using var bed = Attacked(out _, "au sub.attacker. NS ns.sub.attacker.", "ad ns.sub.attacker. A 6.6.6.6");
        bed.Ask("x.sub.attacker. A");

        Assert.False(bed.Cache.TryFind(
            DomainName.Parse("ns.sub.attacker.").Wire, RecordType.A, bed.World.Clock.Now, new CacheArena(), out _));
    }

    internal static ConfiguredZone Zone(string apex, string address, ConfiguredZoneKind kind) => new()
    {
        Zone = DomainName.Parse(apex),
        Servers = [new(HostAddress.Parse(address), ServerAddress.DnsPort)],
        Kind = kind,
    };

    private static RecursionBed Attacked(out ScriptedServer trap, params string[] lines)
    {
        var bed = new RecursionBed().With("attacker.", "").With("victim.", "www A 192.0.2.1");
        ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse("attacker.")).ToString()).On("*", lines);
        trap = ScriptedServer.At(bed, "6.6.6.6");
        return bed;
    }
}

using Resolver.Ports;
using Simulation.Net;
using Xunit;

namespace Resolver.Tests.Recursion.Inquiries;

public sealed class ServerSelectionTests
{
    private static readonly HostAddress Near = HostAddress.Parse("20.1.0.1");
    private static readonly HostAddress Middle = HostAddress.Parse("20.1.0.2");
    private static readonly HostAddress Far = HostAddress.Parse("20.1.0.3");

    [Fact]
    public void The_quickest_server_gets_most_questions()
    {
        using var bed = ThreeServers();

        AskMany(bed, 200);

        Assert.InRange(Share(bed, Near), 0.85, 1);
    }

    [Fact]
    public void Questions_beyond_need_are_at_most_a_tenth()
    {
        using var bed = ThreeServers();

        AskMany(bed, 300);

        Assert.InRange(ToZone(bed).Count(), 300, 333);
    }

    [Fact]
    public void A_server_that_comes_back_is_found_within_a_minute()
    {
        using var bed = ThreeServers();
        bed.World.Network.SetLink(Near, LinkConditions.Perfect.Cut(Reach.Silent));
        AskMany(bed, 50);
        bed.World.Network.SetLink(Near, LinkConditions.Perfect);

        AskMany(bed, 130, secondsBetween: 1);
        var before = bed.World.Network.Sent.Count;
        AskMany(bed, 20, first: 500);

        var late = bed.World.Network.Sent.Skip(before).Where(sent => IsOfZone(sent.Server.Host)).ToList();
        Assert.True(late.Count(sent => sent.Server.Host == Near) > late.Count / 2);
    }

    [Fact]
    public void A_dead_first_server_costs_one_time_out()
    {
        using var bed = ThreeServers();
        bed.World.Network.SetLink(Near, LinkConditions.Perfect.Cut(Reach.Silent));
        bed.World.Network.SetLink(Middle, LinkConditions.Perfect.Cut(Reach.Silent));
        var began = bed.World.Time.NowMs;

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));

        Assert.InRange(bed.World.Time.NowMs - began, 0, 2 * 300 + 500);
    }

    [Fact]
    public void A_server_that_loses_datagrams_is_asked_over_TCP_and_later_over_UDP_again()
    {
        using var bed = ThreeServers();
        var lossy = LinkConditions.Perfect with { Udp = Reach.Silent };
        foreach (var address in new[] { Near, Middle, Far })
            bed.World.Network.SetLink(address, lossy);
        AskMany(bed, 20);
        var before = bed.World.Network.Sent.Count;
        AskMany(bed, 10, first: 100);
        var during = bed.World.Network.Sent.Skip(before).Where(sent => IsOfZone(sent.Server.Host)).ToList();
        foreach (var address in new[] { Near, Middle, Far })
            bed.World.Network.SetLink(address, LinkConditions.Perfect);

        AskMany(bed, 200, secondsBetween: 1, first: 200);
        before = bed.World.Network.Sent.Count;
        AskMany(bed, 20, first: 600);
        var after = bed.World.Network.Sent.Skip(before).Where(sent => IsOfZone(sent.Server.Host)).ToList();

        Assert.True(during.Count(sent => sent.Transport == Transport.Tcp) > during.Count / 2);
        Assert.True(after.Count(sent => sent.Transport == Transport.Udp) > after.Count / 2);
    }

    [Fact]
    public void A_family_that_leads_nowhere_is_left()
    {
        using var bed = new RecursionBed(settings: options => options with { UsesIPv6 = true });
        bed.World.Network.DefaultLink = LinkConditions.Perfect;
        for (var i = 0; i < 40; i++)
        {
            bed.World.Network.SetLink(HostAddress.Parse($"2a01::{i:x}"), LinkConditions.Perfect.Cut(Reach.Silent));
            bed.With($"z{i}.", $"@ NS ns\nns A 20.0.0.{i + 1}\nns AAAA 2a01::{i:x}\nwww A 192.0.2.1");
        }

        for (var i = 0; i < 20; i++)
            Assert.Equal("192.0.2.1", bed.Ask($"www.z{i}. A"));
        var slow = 0;
        for (var i = 20; i < 40; i++)
        {
            var began = bed.World.Time.NowMs;
            Assert.Equal("192.0.2.1", bed.Ask($"www.z{i}. A"));
            slow += bed.World.Time.NowMs - began > 250 ? 1 : 0;
        }

        Assert.InRange(slow, 0, 2);
    }

    [Fact]
    public void What_was_measured_survives_a_reload()
    {
        using var bed = ThreeServers();
        AskMany(bed, 50);
        using var next = ThreeServers();
        next.Recursor.ImportServers(bed.Recursor.ExportServers());

        AskMany(next, 20);

        Assert.InRange(Share(next, Near), 0.9, 1);
    }

    [Fact]
    public void Many_names_of_one_address_are_one_server()
    {
        using var bed = new RecursionBed();
        var names = Enumerable.Range(0, 10).ToList();
        var servers = string.Join('\n', names.Select(i => $"@ NS ns{i}\nns{i} A 20.1.0.9"));
        bed.With("example.", servers + "\nwww A 192.0.2.1");
        bed.With(".", ". NS a.root-servers.net.\na.root-servers.net. A 198.41.0.4\n"
            + string.Join('\n', names.Select(i => $"example. NS ns{i}.example.\nns{i}.example. A 20.1.0.9")));
        var silent = HostAddress.Parse("20.1.0.9");

        Assert.Equal("NoReachableAuthority", bed.Ask("www.example. A"));
        Assert.InRange(bed.SentSince.Count(sent => sent.Server.Host == silent), 1, 3);
    }

    internal static RecursionBed ThreeServers()
    {
        var bed = new RecursionBed();
        const string Zone = """
            @ NS ns1
            @ NS ns2
            @ NS ns3
            ns1 A 20.1.0.1
            ns2 A 20.1.0.2
            ns3 A 20.1.0.3
            * A 192.0.2.1
            """;
        bed.With("example.", Zone);
        bed.With(".", """
            . NS a.root-servers.net.
            a.root-servers.net. A 198.41.0.4
            example. NS ns1.example.
            example. NS ns2.example.
            example. NS ns3.example.
            ns1.example. A 20.1.0.1
            ns2.example. A 20.1.0.2
            ns3.example. A 20.1.0.3
            """);
        var server = bed.World.ServerOf("example.");
        var latency = 5;
        foreach (var address in new[] { Near, Middle, Far })
        {
            bed.World.Network.Attach(address, server.Handle);
            bed.World.Network.SetLink(address, LinkConditions.Perfect with { LatencyMs = latency });
            latency *= 4;
        }
        return bed;
    }

    private static void AskMany(RecursionBed bed, int count, double secondsBetween = 0.05, int first = 0)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Equal("192.0.2.1", bed.Ask($"n{first + i}.example. A"));
            bed.World.Pass(secondsBetween);
        }
    }

    private static bool IsOfZone(HostAddress address) => address == Near || address == Middle || address == Far;

    private static IEnumerable<UpstreamQuery> ToZone(RecursionBed bed) =>
        bed.World.Network.Sent.Where(sent => IsOfZone(sent.Server.Host));

    private static double Share(RecursionBed bed, HostAddress address) =>
        (double)ToZone(bed).Count(sent => sent.Server.Host == address) / ToZone(bed).Count();
}

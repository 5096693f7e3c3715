using Simulation.Net;
using Xunit;

namespace Resolver.Tests.Recursion;

public sealed class IterationTests
{
    [Fact]
    public void A_name_is_found_through_referrals_from_the_root()
    {
        using var bed = RecursionBed
            .Serving("example.", "www 300 A 192.0.2.1")
            .With("deep.example.", "a 300 A 192.0.2.2");

        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        Assert.Equal(["www.example. A", "www.example. A"], bed.Asked);
        Assert.Equal("192.0.2.2", bed.Ask("a.deep.example. A"));
        Assert.Equal(["a.deep.example. A", "a.deep.example. A"], bed.Asked);
    }

    [Fact]
    public void Denials_come_with_the_SOA_of_their_zone()
    {
        using var bed = RecursionBed.Serving("example.", "www 300 A 192.0.2.1");

        Assert.Equal("NxDomain example.", bed.Ask("nowhere.example. A"));
        Assert.Equal("NoData example.", bed.Ask("www.example. TXT"));
        Assert.Equal("NxDomain .", bed.Ask("nowhere. A"));
    }

    [Fact]
    public void Aliases_are_followed_across_zones()
    {
        using var bed = RecursionBed.Serving("example.", "www 300 CNAME web.test.")
            .With("test.", "web 300 CNAME host\nhost 300 A 192.0.2.7\nold 300 DNAME new\na.new 300 A 192.0.2.8");

        Assert.Equal("CNAME web.test. | CNAME host.test. | 192.0.2.7", bed.Ask("www.example. A"));
        Assert.Equal("DNAME a.new.test. | 192.0.2.8", bed.Ask("a.old.test. A"));
    }

    [Fact]
    public void Of_a_partly_expired_chain_only_the_expired_link_is_asked_for()
    {
        using var bed = RecursionBed
            .Serving("example.", "a 300 CNAME b\nb 5 CNAME c.test.")
            .With("test.", "c 300 A 192.0.2.3");
        Assert.Equal("CNAME b.example. | CNAME c.test. | 192.0.2.3", bed.Ask("a.example. A"));

        bed.World.Pass(6);

        Assert.Equal("CNAME b.example. | CNAME c.test. | 192.0.2.3", bed.Ask("a.example. A"));
        Assert.Equal(["b.example. A"], bed.Asked);
    }

    [Fact]
    public void Servers_outside_the_zone_are_looked_up()
    {
        using var bed = RecursionBed.Serving("hosting.", "ns1 300 A 20.0.9.9")
            .With("example.", "sub NS ns1.hosting.")
            .With("other.", "@ 300 A 192.0.2.1");
        var server = bed.World.ServerOf("other.");
        server.Serve(Simulation.Zones.ZoneContent.Parse(Dns.DomainName.Parse("sub.example."), "www 300 A 192.0.2.4"));
        bed.World.Network.Attach(Ports.HostAddress.Parse("20.0.9.9"), server.Handle);

        Assert.Equal("192.0.2.4", bed.Ask("www.sub.example. A"));
        Assert.Contains("ns1.hosting. A", bed.Asked);
    }

    [Fact]
    public void A_truncated_answer_is_asked_for_over_TCP()
    {
        var text = new string('x', 100);
        var texts = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"big 300 TXT \"{text}{i}\""));
        using var bed = RecursionBed.Serving("example.", texts);

        Assert.Equal(40, bed.Resolve("big.example. TXT").Outcome.Data.Set.Count);
        Assert.Equal([Transport.Udp, Transport.Tcp], bed.SentSince.TakeLast(2).Select(sent => sent.Transport));
    }

    [Fact]
    public void Questions_under_way_are_not_sent_twice()
    {
        using var bed = RecursionBed.Serving("example.", "www 300 A 192.0.2.1");
        var answers = Enumerable.Range(0, 20).Select(_ => bed.Begin("www.example. A")).ToList();

        bed.World.Pass(5);

        Assert.All(answers, answer => Assert.Equal("192.0.2.1", RecursionBed.Line(answer.Result)));
        Assert.Equal(2, bed.World.Network.Sent.Count(sent => sent.QuestionText == "www.example. A"));
        Assert.Equal(0, bed.Recursor.InFlightCount);
    }

    [Fact]
    public void A_dead_zone_fails_within_the_deadline()
    {
        using var bed = RecursionBed.Serving("example.", "www 300 A 192.0.2.1");
        bed.World.ServerOf("example.").Behaviour = Simulation.Authorities.ServerBehaviour.Good with
        {
            Refusal = Simulation.Authorities.Refusal.Mute,
        };
        var began = bed.World.Time.NowMs;

        Assert.Equal("NoReachableAuthority", bed.Ask("www.example. A"));
        Assert.InRange(bed.World.Time.NowMs - began, 1000, 9100);
        Assert.InRange(bed.Asked.Count, 3, 5);
    }
}

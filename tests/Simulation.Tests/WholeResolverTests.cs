using Dns;
using Simulation.Authorities;
using Simulation.Net;
using Xunit;

namespace Simulation.Tests;

public sealed class WholeResolverTests
{
    private const string Chain = """
        www  300 CNAME web
        web   60 CNAME host
        host 300 A     192.0.2.1
        """;

    [Fact]
    public void An_expired_link_is_refetched_and_the_fresh_prefix_is_kept()
    {
        using var world = World.Seeded(1).Serving("example.", Chain);
        world.Ask("www.example. A");

        world.Pass(seconds: 61);
        var answer = world.Ask("www.example. A");

        Assert.Equal("www CNAME web | web CNAME host | host A 192.0.2.1", answer.ToLine());
        Assert.Equal(["web.example. A"], world.UpstreamQuestionsSinceLastAsk);
    }

    [Fact]
    public void The_second_question_is_answered_from_the_cache()
    {
        using var world = World.Seeded(1).Serving("example.", Chain);
        var first = world.Ask("www.example. A");

        world.Pass(seconds: 10);
        var second = world.Ask("www.example. A");

        Assert.Equal(first.ToLine(), second.ToLine());
        Assert.Empty(world.UpstreamQuestionsSinceLastAsk);
        Assert.Equal([290u, 50u, 290u], second.Answers.Select(record => record.Ttl));
    }

    [Fact]
    public void Denials_carry_the_SOA_and_are_remembered()
    {
        using var world = World.Seeded(1).Serving("example.", Chain);
        var first = world.Ask("none.example. A");

        var second = world.Ask("none.example. A");

        Assert.Equal("NXDOMAIN", first.ToLine());
        Assert.Equal("NXDOMAIN", second.ToLine());
        Assert.Equal(RecordType.Soa, Assert.Single(second.Authority).Type);
        Assert.Empty(world.UpstreamQuestionsSinceLastAsk);
    }

    [Fact]
    public void A_chain_whose_end_is_denied_without_SOA_is_a_failure_and_no_bare_alias()
    {
        using var world = World.Seeded(1)
            .Serving("example.", Chain, new ServerBehaviour { Spoiling = Spoiling.NoSoa });

        var answer = world.Ask("www.example. TXT");

        Assert.Equal("SERVFAIL", answer.ToLine());
        Assert.Empty(answer.Answers);
    }

    [Fact]
    public void A_DNAME_that_makes_two_links_stands_once()
    {
        using var world = World.Seeded(1).Serving("example.", """
            old      300 DNAME new.example.
            b.a.new  300 CNAME c.old
            c.new    300 A     192.0.2.4
            """);

        var answer = world.Ask("b.a.old.example. A");

        Assert.Single(answer.Answers, record => record.Type == RecordType.Dname);
        Assert.Equal(["DNAME", "CNAME", "CNAME", "CNAME", "A"],
            answer.Answers.Select(record => Messages.Mnemonic.Of(record.Type)));
    }

    [Fact]
    public void Answers_too_large_for_the_client_come_over_TCP()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20).Select(i => $"big 300 TXT \"{i}{new string('x', 100)}\""));
        using var world = World.Seeded(1).Serving("example.", text);

        var overUdp = world.Ask("big.example. TXT");
        var overTcp = world.Ask(world.Query("big.example. TXT"), Transport.Tcp);

        Assert.True(overUdp.IsTruncated);
        Assert.Equal(20, overTcp.Answers.Count);
    }

    [Theory]
    [InlineData(EdnsTreatment.FormErr)]
    [InlineData(EdnsTreatment.Ignored)]
    [InlineData(EdnsTreatment.OptionsDropped)]
    public void Servers_that_cannot_EDNS_are_served_by(EdnsTreatment treatment)
    {
        using var world = World.Seeded(1).Serving("example.", Chain, new ServerBehaviour { Edns = treatment });

        var answer = world.Ask("host.example. A");

        Assert.Equal("host A 192.0.2.1", answer.ToLine());
    }

    [Theory]
    [InlineData(Spoiling.LowerCase)]
    [InlineData(Spoiling.WrongIdFirst)]
    [InlineData(Spoiling.Promiscuous)]
    public void Answers_spoiled_in_a_way_that_can_be_seen_through_do_not_fail_the_name(Spoiling spoiling)
    {
        using var world = World.Seeded(1).Serving("example.", Chain, new ServerBehaviour { Spoiling = spoiling });

        var answer = world.Ask("host.example. A");

        Assert.Equal("host A 192.0.2.1", answer.ToLine());
    }

    [Fact]
    public void Addresses_that_an_answer_smuggles_in_for_other_zones_are_never_asked()
    {
        using var world = World.Seeded(1)
            .Serving("example.", Chain, new ServerBehaviour { Spoiling = Spoiling.Promiscuous })
            .Serving("com.", "www 300 A 192.0.2.7");
        world.Ask("host.example. A");

        var answer = world.Ask("www.com. A");

        Assert.Equal("www A 192.0.2.7", answer.ToLine());
        Assert.DoesNotContain(world.Network.Sent, query => query.Server.Host.Equals(Spoofer.Trap));
    }

    [Fact]
    public void One_seed_gives_one_course_of_events()
    {
        Assert.Equal(TraceOf(3), TraceOf(3));
    }

    private static ulong TraceOf(ulong seed)
    {
        using var world = World.Seeded(seed).Serving("example.", Chain)
            .Linking("example.", new LinkConditions { LossPercent = 40, JitterMs = 50 });
        for (var i = 0; i < 10; i++)
        {
            world.Ask("www.example. A");
            world.Pass(seconds: 61);
        }
        return world.Trace.Hash;
    }
}

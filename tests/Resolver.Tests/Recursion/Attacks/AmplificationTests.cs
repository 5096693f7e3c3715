using Dns;
using Resolver.Ports;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Work;
using Simulation.Messages;
using Simulation.Net;
using Xunit;

namespace Resolver.Tests.Recursion.Attacks;

public sealed class AmplificationTests
{
    [Fact]
    public void A_delegation_to_a_thousand_names_costs_the_victim_five_questions()
    {
        using var bed = AttackerAndVictim(out var attacker, out var victim);
        attacker.On("*", (exchange, query) => exchange.Reply(Delegate(query, 1000, "victim.")));
        victim.On("*", "aa", "nxdomain", "au victim. SOA a. b. 1 2 3 4 60");

        bed.Ask("a.attacker. A");

        Assert.InRange(victim.Received.Count, 1, CandidateList.MaxLookups);
    }

    [Fact]
    public void A_tree_of_delegations_costs_no_more_than_the_budget()
    {
        using var bed = AttackerAndVictim(out var attacker, out var victim);
        attacker.On("*", (exchange, query) => exchange.Reply(Delegate(query, 20, "attacker.")));

        bed.Ask("a.attacker. A");

        Assert.InRange(bed.SentSince.Count, 1, BudgetLimits.Default.MaxExchanges + 2);
        Assert.Empty(victim.Received);
    }

    [Fact]
    public void A_chain_whose_links_each_need_many_questions_stays_within_the_budget()
    {
        using var bed = AttackerAndVictim(out var attacker, out _);
        var link = 0;
        attacker.On("*", (exchange, query) =>
        {
            var name = query.Question!.Name;
            exchange.Reply(name.LabelCount == 2
                ? ScriptedServer.Compose(query, "aa", $"an {name} CNAME c{++link}.deep.attacker.").ToWire()
                : Delegate(query, 5, "attacker."));
        });

        bed.Ask("a.attacker. A");

        Assert.InRange(bed.SentSince.Count, 1, BudgetLimits.Default.MaxExchanges + 2);
    }

    [Theory]
    [InlineData(12, "192.0.2.1")]
    [InlineData(13, "ChainTooLong")]
    public void A_chain_is_followed_up_to_its_limit(int links, string end)
    {
        var zone = string.Join('\n', Enumerable.Range(0, links).Select(i => $"c{i} CNAME c{i + 1}"));
        using var bed = RecursionBed.Serving("example.", zone + $"\nc{links} A 192.0.2.1");

        Assert.EndsWith(end, bed.Ask("c0.example. A"), StringComparison.Ordinal);
        Assert.InRange(bed.Asked.Count, 1, 15);
    }

    [Fact]
    public void Aliases_in_a_circle_end_at_once()
    {
        using var bed = RecursionBed.Serving("example.", "a CNAME b\nb CNAME a");

        Assert.EndsWith("ChainLoop", bed.Ask("a.example. A"), StringComparison.Ordinal);
        Assert.InRange(bed.Asked.Count, 1, 3);
    }

    [Fact]
    public void Octets_received_are_paid_for_by_the_query()
    {
        using var bed = AttackerAndVictim(out var attacker, out _);
        var link = 0;
        attacker.On("*", (exchange, query) =>
        {
            var response = ScriptedServer.Compose(
                query, "aa", $"an {query.Question!.Name} CNAME c{++link}.attacker.");
            if (exchange.Transport == Transport.Udp)
                response.Flags |= 0x0200;
            for (var i = 0; i < 200 && exchange.Transport == Transport.Tcp; i++)
                response.Additional.Add(new(DomainName.Root, RecordType.Null, RecordClass.In, 1, new byte[250]));
            exchange.Reply(response.ToWire());
        });
        var budget = new Budget(BudgetLimits.Default with { MaxOctetsReceived = 150_000 });

        var answer = bed.Resolve("a.attacker. A", budget);

        Assert.Equal(Resolver.Answers.FailureReason.BudgetExhausted, answer.Outcome.Failure);
        Assert.InRange(attacker.Received.Count, 1, 8);
    }

    [Fact]
    public void A_dead_zone_under_a_hundred_questions_a_second_gets_a_few()
    {
        using var bed = AttackerAndVictim(out _, out var victim);

        for (var i = 0; i < 3000; i++)
        {
            bed.Begin($"n{i % 5}.victim. A");
            bed.World.Pass(0.01);
        }
        var early = victim.Received.Count;
        for (var i = 0; i < 3000; i++)
        {
            bed.Begin($"n{i % 5}.victim. A");
            bed.World.Pass(0.01);
        }

        Assert.InRange(early, 1, 30 * 5);
        Assert.InRange(victim.Received.Count - early, 1, early);
    }

    [Fact]
    public void A_server_that_accepts_and_closes_gets_few_connections()
    {
        using var bed = AttackerAndVictim(out var attacker, out _);
        attacker.On("*", (exchange, query) =>
        {
            if (exchange.Transport == Transport.Udp)
                exchange.Reply(ScriptedServer.Compose(query, "tc").ToWire());
            else
                exchange.Close();
        });

        bed.Ask("a.attacker. A");

        Assert.InRange(bed.World.Network.ConnectionCount, 1, 4);
    }

    [Fact]
    public void Odd_answers_to_DS_end_within_a_second()
    {
        using var bed = AttackerAndVictim(out var attacker, out _);
        attacker.On("*", (exchange, query) => exchange.Reply(ScriptedServer.Compose(
            query, "aa", $"an {query.Question!.Name} CNAME x.attacker.").ToWire()));
        var began = bed.World.Time.NowMs;

        bed.Ask("sub.attacker. DS");

        Assert.InRange(bed.World.Time.NowMs - began, 0, 1000);
    }

    [Fact]
    public void Glue_of_nowhere_does_no_harm()
    {
        using var bed = RecursionBed.Serving("example.", "www A 192.0.2.1");
        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        var server = ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse("example.")).ToString());
        server.On("*", "au sub.example. NS ns.sub.example.", "ad ns.sub.example. A 0.0.0.0");

        bed.Ask("x.sub.example. A");

        Assert.DoesNotContain(bed.SentSince, sent => sent.Server.Host == HostAddress.Parse("0.0.0.0"));
        Assert.Equal("192.0.2.1", bed.Ask("www.example. A"));
        Assert.Empty(bed.Asked);
    }

    private static RecursionBed AttackerAndVictim(out ScriptedServer attacker, out ScriptedServer victim)
    {
        var bed = new RecursionBed().With("attacker.", "").With("victim.", "");
        attacker = ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse("attacker.")).ToString());
        victim = ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse("victim.")).ToString());
        return bed;
    }

    private static byte[] Delegate(WireMessage query, int servers, string under)
    {
        var name = query.Question!.Name;
        var key = query.Id;
        var lines = Enumerable.Range(0, servers).Select(i => $"au {name} NS n{i}-{key}.{under}");
        return ScriptedServer.Compose(query, [.. lines]).ToWire();
    }
}

using Dns;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Steps;
using Simulation.Net;
using Xunit;

namespace Resolver.Tests.Recursion.Attacks;

public sealed class FloodTests
{
    [Theory]
    [InlineData("silent")]
    [InlineData("slow")]
    [InlineData("nxdomain")]
    public void Random_names_of_one_zone_leave_other_names_as_quick_as_before(string kind)
    {
        using var bed = new RecursionBed().With("good.", "* A 192.0.2.1");
        Attack(bed, "victim.", kind);
        var quiet = Latencies(bed, 100, 0, "a");

        var flooded = Latencies(bed, 100, 100, "b");

        Assert.InRange(flooded[98], 0, 2 * quiet[98] + 1);
    }

    [Fact]
    public void Many_dead_zones_do_not_shut_out_quick_names()
    {
        using var bed = new RecursionBed().With("good.", "* A 192.0.2.1");
        for (var i = 0; i < 400; i++)
            Attack(bed, $"dead{i}.", "silent");
        for (var i = 0; i < 3 * InFlight.Flights.Default; i++)
        {
            bed.Begin($"n{i}.dead{i % 400}. A");
            if (i % 10 == 0)
                bed.World.Pass(0.004);
        }

        var began = bed.World.Time.NowMs;
        Assert.Equal("192.0.2.1", bed.Ask("www.good. A"));
        Assert.InRange(bed.World.Time.NowMs - began, 0, 50);
        Assert.InRange(bed.Recursor.InFlightCount, 0, InFlight.Flights.Default);
    }

    [Fact]
    public void A_flood_of_one_dead_zone_has_few_questions_open()
    {
        using var bed = new RecursionBed();
        Attack(bed, "victim.", "silent");
        for (var i = 0; i < 2000; i++)
        {
            bed.Begin($"n{i}.victim. A");
            bed.World.Pass(0.005);
        }

        Assert.InRange(bed.World.Network.OpenFlows, 0, 4 * ZonePressure.LeastOpen);
    }

    [Fact]
    public void Ten_thousand_equal_questions_are_sent_once()
    {
        using var bed = RecursionBed.Serving("example.", "www A 192.0.2.1");

        for (var i = 0; i < 10_000; i++)
            bed.Begin("www.example. A");
        bed.World.Pass(5);

        Assert.Equal(2, bed.World.Network.Sent.Count(sent => sent.QuestionText == "www.example. A"));
    }

    [Theory]
    [InlineData(InFlight.MaxWaiters, 0)]
    [InlineData(InFlight.MaxWaiters + 1, 1)]
    public void Those_who_wait_for_one_name_are_bounded(int clients, int refused)
    {
        using var bed = RecursionBed.Serving("example.", "www A 192.0.2.1");

        var answers = Enumerable.Range(0, clients).Select(_ => bed.Begin("www.example. A")).ToList();
        bed.World.Pass(5);

        Assert.Equal(refused, answers.Count(answer => RecursionBed.Line(answer.Result) == "Overloaded"));
    }

    private static void Attack(RecursionBed bed, string apex, string kind)
    {
        bed.With(apex, "");
        var server = ScriptedServer.At(bed, bed.World.Tree.AddressOf(DomainName.Parse(apex)).ToString());
        server.On("*", (exchange, query) =>
        {
            var denial = ScriptedServer.Compose(query, "aa", "nxdomain", $"au {apex} SOA a. b. 1 2 3 4 60").ToWire();
            if (kind == "nxdomain")
                exchange.Reply(denial);
            else if (kind == "slow" && exchange.Transport == Transport.Udp)
                exchange.Reply(denial, 1500);
        });
    }

    /// <summary>How long quick names take, sorted, while so many random names are asked for between them.</summary>
    private static List<double> Latencies(RecursionBed bed, int count, int randomNames, string prefix)
    {
        var latencies = new List<double>();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < randomNames; j++)
                bed.Begin($"{prefix}{i}-{j}.victim. A");
            var began = bed.World.Time.NowMs;
            Assert.Equal("192.0.2.1", bed.Ask($"{prefix}{i}.good. A"));
            latencies.Add(bed.World.Time.NowMs - began);
            bed.World.Pass(0.05);
        }
        latencies.Sort();
        return latencies;
    }
}

using Simulation.Luck;
using Simulation.Net;
using Xunit;

namespace Simulation.Tests;

public sealed class SimulatedNetworkTests
{
    private const string Zone = "host 300 A 192.0.2.1";

    [Fact]
    public void A_round_trip_takes_twice_the_latency()
    {
        using var world = World.Seeded(1).Serving("example.", Zone)
            .Linking("example.", new LinkConditions { LatencyMs = 40 });

        Probe.AskUdp(world, "example.", "host.example. A");

        Assert.Equal(80, world.Time.NowMs);
    }

    [Theory]
    [InlineData(Reach.Silent)]
    [InlineData(Reach.Refused)]
    public void A_cut_link_carries_no_answer(Reach reach)
    {
        using var world = World.Seeded(1).Serving("example.", Zone)
            .Linking("example.", LinkConditions.Perfect.Cut(reach));

        Assert.Null(Probe.AskUdp(world, "example.", "host.example. A"));
        Assert.Empty(Probe.AskTcp(world, "example.", "host.example. A"));
    }

    [Fact]
    public void About_as_many_datagrams_are_lost_as_the_link_says()
    {
        using var world = World.Seeded(1).Serving("example.", Zone)
            .Linking("example.", new LinkConditions { LossPercent = 30 });

        var answered = Enumerable.Range(0, 1000).Count(_ =>
            Probe.AskUdp(world, "example.", "host.example. A") is not null);

        // Both ways must hold: 0.7 × 0.7 of a thousand, give or take.
        Assert.InRange(answered, 440, 540);
    }

    [Fact]
    public void One_seed_gives_one_trace_and_another_seed_another()
    {
        Assert.Equal(TraceOf(7), TraceOf(7));
        Assert.NotEqual(TraceOf(7), TraceOf(8));
    }

    [Fact]
    public void The_spoofer_never_guesses_the_ID()
    {
        using var world = World.Seeded(3).Serving("example.", Zone);
        world.Network.Spoofer = new Spoofer(new Chance(1), 100, 50);

        var server = new Resolver.Ports.ServerAddress(world.Tree.AddressOf(Dns.DomainName.Parse("example.")), 53);
        var matched = 0;

        for (var i = 0; i < 200; i++)
        {
            var query = world.Query("host.example. A").ToWire();
            world.Network.Spoofer.Observe(world.Network, server, query, forged => matched += IsSameId(query, forged!));
        }
        world.Pass(seconds: 1);

        Assert.Equal(200 * 50, world.Network.Spoofer.Sent);
        Assert.Equal(0, matched);
    }

    private static int IsSameId(byte[] query, byte[] forged) => query[0] == forged[0] && query[1] == forged[1] ? 1 : 0;

    private static ulong TraceOf(ulong seed)
    {
        using var world = World.Seeded(seed).Serving("example.", Zone)
            .Linking("example.", new LinkConditions { LossPercent = 20, JitterMs = 30, DuplicationPercent = 10 });
        for (var i = 0; i < 50; i++)
            Probe.AskUdp(world, "example.", "host.example. A");
        return world.Trace.Hash;
    }
}

using Dns;
using Dns.Wire;
using Simulation.Checkers;
using Simulation.Internet;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Net;
using Xunit;

namespace Simulation.Tests;

public sealed class CheckerTests
{
    private static readonly Staleness Fresh = new(IsServed: false);

    [Fact]
    public void The_truth_of_the_zones_is_true_and_anything_else_is_not()
    {
        using var world = World.Seeded(5);
        var internet = Grow(world);
        var record = internet.Zones.SelectMany(zone => zone.Records).First(IsData);
        var checker = new TruthOrStaleChecker(internet, Fresh);

        var right = checker.Check(Observe(world, record.Owner, internet.Present.Truth(record.Owner,
            RecordType.A)!.Records));
        var wrong = checker.Check(Observe(world, record.Owner, [record with { Rdata = [6, 6, 6, 6] }]));
        var denied = checker.Check(Observe(world, record.Owner, []));

        Assert.Null(right);
        Assert.NotNull(wrong);
        Assert.NotNull(denied);
    }

    [Fact]
    public void What_was_true_may_be_remembered_for_its_lifetime_and_no_longer()
    {
        using var world = World.Seeded(5);
        var internet = Grow(world);
        var zone = internet.Zones.First(zone => zone.Records.Exists(IsData));
        var old = zone.Records.First(IsData);
        var checker = new TruthOrStaleChecker(internet, Fresh);
        var truth = internet.Present.Truth(old.Owner, RecordType.A)!.Records;
        zone.Records.RemoveAll(record => record.Owner.Equals(old.Owner));
        world.Pass(seconds: 1);
        internet.Publish();

        world.Pass(seconds: Ttls.LongestMemory - 1);
        var remembered = checker.Check(Observe(world, old.Owner, truth));
        world.Pass(seconds: 2);
        var forgotten = checker.Check(Observe(world, old.Owner, truth));

        Assert.Null(remembered);
        Assert.NotNull(forgotten);
    }

    [Fact]
    public void A_lifetime_that_grows_without_a_query_is_seen()
    {
        using var world = World.Seeded(5);
        var internet = Grow(world);
        var record = internet.Zones.SelectMany(zone => zone.Records).First(one => IsData(one) && one.Ttl >= 30);
        var checker = new TtlNeverGrowsChecker(internet, world.Network, Fresh);

        var first = checker.Check(Observe(world, record.Owner, [record with { Ttl = 10 }]));
        var shrunk = checker.Check(Observe(world, record.Owner, [record with { Ttl = 9 }]));
        var grown = checker.Check(Observe(world, record.Owner, [record with { Ttl = 25 }]));

        Assert.Null(first);
        Assert.Null(shrunk);
        Assert.NotNull(grown);
    }

    [Theory]
    [InlineData(EveryQueryAnsweredChecker.MaxSeconds, true)]
    [InlineData(EveryQueryAnsweredChecker.MaxSeconds + 0.001, false)]
    public void An_answer_may_take_five_seconds_and_no_more(double seconds, bool isFine)
    {
        using var world = World.Seeded(5);
        var observation = Observe(world, DomainName.Parse("a."), []);
        observation.AnsweredAt = observation.AskedAt + (long)(seconds * TimeSpan.TicksPerSecond);

        Assert.Equal(isFine, new EveryQueryAnsweredChecker().Check(observation) is null);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void A_client_without_EDNS_takes_512_octets(int length, bool isFine)
    {
        using var world = World.Seeded(5);
        var observation = Observe(world, DomainName.Parse("a."), []);
        observation.Octets = new byte[length];

        Assert.Equal(isFine, new AnswerOrderChecker().Check(observation) is null);
    }

    [Fact]
    public void Every_name_of_a_world_without_broken_delegations_is_sound_unless_its_aliases_are_not()
    {
        using var world = World.Seeded(9);
        var internet = InternetGenerator.Grow(world, new Chance(9), new InternetPlan
        {
            TopLevelZones = 2, Zones = 12, NamesPerZone = 6,
        });
        var soundness = new Soundness(internet);

        Assert.All(internet.Zones.Skip(1).SelectMany(zone => zone.Records).Where(IsData),
            record => Assert.True(soundness.IsSound(record.Owner, RecordType.A), record.ToString()));
    }

    private static bool IsData(WireRecord record) => record.Type == RecordType.A && !record.Owner.IsWildcard;

    private static SimulatedInternet Grow(World world) => InternetGenerator.Grow(world, new Chance(7), new InternetPlan
    {
        TopLevelZones = 2, Zones = 8, NamesPerZone = 6, AliasPercent = 20,
    });

    private static Observation Observe(World world, DomainName name, IReadOnlyList<WireRecord> answer)
    {
        var query = new WireMessage { Flags = MessageHeader.RecursionDesiredBit };
        query.Questions.Add(new(name, RecordType.A));
        var response = new WireMessage { Flags = MessageHeader.ResponseBit | MessageHeader.RecursionDesiredBit };
        response.Questions.Add(new(name, RecordType.A));
        response.Answers.AddRange(answer);
        return new()
        {
            Query = query,
            Transport = Transport.Udp,
            AskedAt = world.Time.Now,
            SentBefore = world.Network.Sent.Count,
            AnsweredAt = world.Time.Now,
            Octets = response.ToWire(),
            Answer = response,
        };
    }
}

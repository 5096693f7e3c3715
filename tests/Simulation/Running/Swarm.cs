using Dns;
using Simulation.Authorities;
using Simulation.Internet;
using Simulation.Luck;
using Simulation.Net;

namespace Simulation.Running;

/// <summary>
/// Brings faults over an Internet, at its beginning and as time passes, and takes them all away again.
/// </summary>
public sealed class Swarm(World world, SimulatedInternet internet, FaultKinds kinds, Chance chance)
{
    private bool _isHealed;

    /// <summary>Sets links and servers up and schedules what happens within so many seconds.</summary>
    public void Unleash(double seconds)
    {
        foreach (var host in internet.Hosts)
        {
            foreach (var address in host.Addresses)
                world.Network.SetLink(address, DrawLink(address.IsIPv6));
            if (internet.RootServers.Contains(host) && host == internet.RootServers.First())
                continue;
            host.Server.Behaviour = DrawBehaviour();
        }
        if (kinds.Spoofing)
            world.Network.Spoofer = new(chance.Fork("spoofer"), chance.Between(1, 100), chance.Between(1, 20));
        if (kinds.ClockTrouble)
            world.Clock.DriftPpm = chance.Between(-500, 500);
        if (kinds.Changes)
            Repeat(seconds, chance.Between(5, 120), new ZoneChanger(internet, chance.Fork("changes")).Change);
        if (kinds.Outages)
            Repeat(seconds, chance.Between(10, 200), StrikeHost);
        if (kinds.ClockTrouble)
            Repeat(seconds, 300, MoveWallClock);
    }

    /// <summary>Ends all faults: every link is perfect, every server is good.</summary>
    public void Heal()
    {
        _isHealed = true;
        world.Network.Heal();
        foreach (var host in internet.Hosts)
            host.Server.Behaviour = ServerBehaviour.Good;
        world.Trace.Say(world.Time.Now, "the world heals");
    }

    private void Repeat(double seconds, double everySeconds, Action action)
    {
        for (var at = everySeconds * chance.Fraction(); at < seconds; at += everySeconds * (0.5 + chance.Fraction()))
        {
            world.Time.After(at * 1000, () =>
            {
                if (!_isHealed)
                    action();
            });
        }
    }

    private LinkConditions DrawLink(bool isIPv6)
    {
        var link = new LinkConditions
        {
            LatencyMs = chance.Happens(10) ? chance.Between(50, 200) : chance.Between(1, 50),
            JitterMs = kinds.Disorder ? chance.Between(0, 150) : 0,
            LossPercent = kinds.Loss && chance.Happens(50) ? chance.Between(1, 50) : 0,
            DuplicationPercent = kinds.Duplication ? chance.Between(0, 30) : 0,
            CorruptionPercent = kinds.Corruption && chance.Happens(50) ? chance.Between(1, 30) : 0,
            MaxDatagram = kinds.SmallPaths && chance.Happens(40) ? chance.Between(300, 1400) : 65_535,
            Tcp = kinds.NoTcp && chance.Happens(30) ? chance.Pick([Reach.Silent, Reach.Refused]) : Reach.Open,
        };
        return kinds.NoIPv6 && isIPv6 ? link.Cut(chance.Pick([Reach.Silent, Reach.NoRoute])) : link;
    }

    private ServerBehaviour DrawBehaviour() => new()
    {
        Refusal = kinds.Refusals && chance.Happens(25) ? DrawRefusal() : Refusal.None,
        Edns = kinds.EdnsTrouble && chance.Happens(30) ? Draw<EdnsTreatment>() : EdnsTreatment.Good,
        Spoiling = kinds.Spoiling && chance.Happens(30) ? Draw<Spoiling>() : Spoiling.None,
        Tcp = kinds.TcpTrouble && chance.Happens(30) ? Draw<TcpTreatment>() : TcpTreatment.Good,
        MaxUdp = kinds.TcpTrouble && chance.Happens(30) ? chance.Between(12, 512) : 65_535,
        DelayMs = kinds.Disorder && chance.Happens(20) ? chance.Between(1, 2000) : 0,
        Percent = chance.Happens(50) ? 100 : chance.Between(10, 90),
        Aliases = chance.Happens(30) ? AliasTreatment.FirstOnly : AliasTreatment.Follow,
    };

    // Where every server of a zone answers with nothing, nobody can tell that from a denial without SOA.
    private Refusal DrawRefusal() => Draw<Refusal>() is var refusal && refusal == Refusal.LameEmpty
        ? Refusal.Refused
        : refusal;

    private T Draw<T>()
        where T : struct, Enum => chance.Pick(Enum.GetValues<T>());

    private void StrikeHost()
    {
        var host = chance.Pick(internet.Hosts);
        var reach = chance.Pick([Reach.Silent, Reach.Silent, Reach.Refused, Reach.NoRoute]);
        var before = host.Addresses.Select(world.Network.LinkTo).ToList();
        foreach (var address in host.Addresses)
            world.Network.SetLink(address, world.Network.LinkTo(address).Cut(reach));
        world.Trace.Say(world.Time.Now, $"{host} goes down: {reach}");
        world.Time.After(chance.Between(1, 120) * 1000, () =>
        {
            for (var i = 0; i < before.Count && !_isHealed; i++)
                world.Network.SetLink(host.Addresses[i], before[i]);
        });
    }

    private void MoveWallClock()
    {
        var now = world.Clock.Now.Wall;
        world.Clock.SetWall(new UnixTime(now.Milliseconds + chance.Between(-100_000, 100_000)));
        world.Trace.Say(world.Time.Now, "the wall clock jumps");
    }
}

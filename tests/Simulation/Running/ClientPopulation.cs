using Resolver.Ports;
using Simulation.Checkers;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Net;

namespace Simulation.Running;

/// <summary>Clients that ask at random times, over UDP or TCP, and again over TCP what came back truncated.</summary>
public sealed class ClientPopulation(World world, QuestionSource questions, Chance chance)
{
    private readonly HostAddress[] _clients =
        [.. Enumerable.Range(1, 20).Select(i => HostAddress.Parse($"127.0.0.{i}"))];

    /// <summary>Called with every answer as it comes.</summary>
    public Action<Observation>? Answered { get; set; }

    /// <summary>Questions asked so far, repetitions over TCP included.</summary>
    public int Asked { get; private set; }

    /// <summary>Questions that have no answer yet.</summary>
    public List<Observation> Waiting { get; } = [];

    /// <summary>Schedules so many questions over so many seconds from now.</summary>
    public void AskOver(int count, double seconds)
    {
        for (var i = 0; i < count; i++)
        {
            var at = chance.Fraction() * seconds * 1000;
            // Popular names are asked for by several clients at once.
            var repetitions = chance.Happens(5) ? chance.Between(2, 6) : 1;
            world.Time.After(at, () =>
            {
                var query = questions.Next();
                for (var r = 0; r < repetitions; r++)
                    Ask(query, chance.Happens(8) ? Transport.Tcp : Transport.Udp);
            });
        }
    }

    /// <summary>Asks now; the observation fills when the answer comes.</summary>
    public Observation Ask(WireMessage query, Transport transport)
    {
        Asked++;
        var observation = new Observation
        {
            Query = query,
            Transport = transport,
            AskedAt = world.Time.Now,
            SentBefore = world.Network.Sent.Count,
        };
        Waiting.Add(observation);
        _ = world.Enter(() => WaitAsync(observation, chance.Pick(_clients)));
        return observation;
    }

    private async Task WaitAsync(Observation observation, HostAddress client)
    {
        var door = world.Resolver ?? throw new SimulationException("this world has no resolver");
        try
        {
            observation.Octets = await door(observation.Query.ToWire(), client, observation.Transport);
        }
        catch (Exception exception)
        {
            // An exception that leaves the resolver is a failure of the run, wherever this task is awaited.
            world.Time.After(0, () => throw new SimulationException($"{observation}: the resolver broke", exception));
            return;
        }
        observation.AnsweredAt = world.Time.Now;
        observation.SentAfter = world.Network.Sent.Count;
        observation.Answer = observation.Octets is { } octets ? WireMessage.TryParse(octets) : null;
        world.Trace.Add(world.Time.Now, "answer", observation.Octets ?? []);
        Waiting.Remove(observation);
        Answered?.Invoke(observation);
        if (observation.Answer is { IsTruncated: true } && observation.Transport == Transport.Udp)
            Ask(observation.Query, Transport.Tcp);
    }
}

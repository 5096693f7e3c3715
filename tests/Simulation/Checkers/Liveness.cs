using Dns;
using Simulation.Internet;
using Simulation.Net;
using Simulation.Running;

namespace Simulation.Checkers;

/// <summary>In a world without faults every name that can be resolved is resolved, whatever went before.</summary>
public sealed class Liveness(
    World world, SimulatedInternet internet, QuestionSource questions, ClientPopulation clients)
{
    /// <summary>Names asked at the end of a run.</summary>
    private const int MaxNames = 60;

    /// <summary>Asks every sound name, one after another, and adds failures.</summary>
    public void Check(List<string> failures)
    {
        var soundness = new Soundness(internet);
        foreach (var question in questions.Everything.Where(q => soundness.IsSound(q.Name, q.Type)).Take(MaxNames))
        {
            var sent = world.Network.Sent.Count;
            var observation = clients.Ask(questions.Plain(question), Transport.Udp);
            world.Time.Run(() => observation.Octets is not null, world.Time.Now + 10 * TimeSpan.TicksPerSecond);
            if (observation.Answer is not { } answer)
                failures.Add($"Liveness: {question} is not answered in a world without faults");
            else if (answer.ResponseCode == ResponseCode.ServFail)
                failures.Add($"Liveness: {question} fails in a world without faults: {answer}");
            if (world.Network.Sent.Count - sent > BoundedUpstreamWorkChecker.MaxPerQuery)
                failures.Add($"BoundedUpstreamWork: {question} cost {world.Network.Sent.Count - sent} queries");
        }
    }
}

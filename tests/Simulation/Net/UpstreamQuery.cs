using Resolver.Ports;
using Simulation.Messages;

namespace Simulation.Net;

/// <summary>A query that the resolver sent, as it left.</summary>
/// <param name="Time">Virtual time in ticks.</param>
/// <param name="Server">Where to.</param>
/// <param name="Transport">How.</param>
/// <param name="Question">What for; null if it was no readable query.</param>
/// <param name="Length">Octets.</param>
public sealed record UpstreamQuery(long Time, ServerAddress Server, Transport Transport, WireQuestion? Question,
    int Length)
{
    /// <summary>"www.example. A" in lower case, whatever case randomisation made of it.</summary>
    public string QuestionText => Question is null
        ? "(unreadable)"
        : (Question with { Name = Fold(Question.Name) }).ToString();

    private static Dns.DomainName Fold(Dns.DomainName name)
    {
        var folded = new byte[name.Wire.Length];
        Dns.WireName.Fold(name.Wire, folded);
        return Dns.DomainName.FromWire(folded);
    }
}

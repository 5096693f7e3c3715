using Dns;
using Dns.Wire;
using Resolver.Ports;
using Simulation.Luck;
using Simulation.Messages;

namespace Simulation.Net;

/// <summary>
/// An attacker off the path. It has seen the port and knows the question, so its forgeries reach the right socket
/// from the right address; it does not know the message ID and never guesses it. Whatever it says points to an
/// address that is in no zone.
/// </summary>
public sealed class Spoofer(Chance chance, double percent, int packets)
{
    /// <summary>Where all its answers lead.</summary>
    public static HostAddress Trap { get; } = HostAddress.Parse("6.6.6.6");

    /// <summary>Forgeries sent so far.</summary>
    public int Sent { get; private set; }

    /// <summary>Sees a query leave and perhaps forges answers to it.</summary>
    public void Observe(SimulatedNetwork network, ServerAddress server, byte[] query, Action<byte[]?> deliver)
    {
        if (!chance.Happens(percent) || WireMessage.TryParse(query) is not { Question: { } question } message)
            return;
        var latency = network.LinkTo(server.Host).LatencyMs;
        for (var i = 0; i < packets; i++)
        {
            var forged = Forge(message.Id, question).ToWire();
            Sent++;
            network.Time.After(latency * 2 * chance.Fraction(), () => deliver(forged));
        }
    }

    private WireMessage Forge(ushort id, WireQuestion question)
    {
        var forged = new WireMessage
        {
            Id = (ushort)(id + 1 + chance.Below(ushort.MaxValue)),
            Flags = MessageHeader.ResponseBit | MessageHeader.AuthoritativeBit,
        };
        var trap = new byte[4];
        Trap.Write(trap);
        forged.Questions.Add(question);
        if (chance.Happens(50) && question.Type == RecordType.A)
            forged.Answers.Add(new(question.Name, RecordType.A, RecordClass.In, 86_400, trap));
        else if (DomainName.Parse("ns.attacker.") is var target)
        {
            forged.Authority.Add(new(question.Name, RecordType.Ns, RecordClass.In, 86_400, target.Wire.ToArray()));
            forged.Additional.Add(new(target, RecordType.A, RecordClass.In, 86_400, trap));
        }
        return forged;
    }
}

using Dns;
using Dns.Wire;
using Simulation.Luck;
using Simulation.Messages;
using Simulation.Zones;

namespace Simulation.Authorities;

/// <summary>Turns a good response into what a spoiling server sends.</summary>
internal static class ResponseSpoiler
{
    public static IEnumerable<WireMessage> Spoil(
        WireMessage query, WireMessage response, ServerBehaviour behaviour, Chance chance)
    {
        switch (behaviour.Spoiling)
        {
            case Spoiling.LowerCase:
                response.Questions[0] = Folded(response.Questions[0]);
                break;
            case Spoiling.WrongId:
                response.Id ^= (ushort)chance.Between(1, ushort.MaxValue);
                break;
            case Spoiling.WrongQuestion:
                response.Questions[0] = new(DomainName.Parse("other.invalid."), query.Question!.Type);
                break;
            case Spoiling.NoQuestion:
                response.Questions.Clear();
                break;
            case Spoiling.Echo:
                yield return query;
                yield break;
            case Spoiling.NoAuthority:
                response.Flags &= unchecked((ushort)~MessageHeader.AuthoritativeBit);
                break;
            case Spoiling.WrongIdFirst:
                var wrong = new WireMessage { Id = (ushort)(response.Id + 1), Flags = response.Flags,
                    Edns = response.Edns };
                wrong.Questions.AddRange(response.Questions);
                yield return wrong;
                break;
            case Spoiling.Promiscuous:
                AddForeign(response);
                break;
        }
        yield return response;
    }

    private static WireQuestion Folded(WireQuestion question)
    {
        var folded = new byte[question.Name.Wire.Length];
        WireName.Fold(question.Name.Wire, folded);
        return question with { Name = DomainName.FromWire(folded) };
    }

    private static void AddForeign(WireMessage response)
    {
        response.Authority.Add(ZoneLine.Read(". 86400 NS ns.attacker.", DomainName.Root, 0));
        response.Authority.Add(ZoneLine.Read("com. 86400 NS ns.attacker.", DomainName.Root, 0));
        response.Additional.Add(ZoneLine.Read("ns.attacker. 86400 A 6.6.6.6", DomainName.Root, 0));
    }
}

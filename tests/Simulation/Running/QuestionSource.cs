using System.Globalization;
using Dns;
using Dns.Edns;
using Dns.Wire;
using Simulation.Internet;
using Simulation.Luck;
using Simulation.Messages;

namespace Simulation.Running;

/// <summary>
/// Makes the questions of clients: mostly for names that exist, popular ones far more often than others.
/// </summary>
public sealed class QuestionSource
{
    private static readonly RecordType[] Types =
    [
        RecordType.A, RecordType.A, RecordType.A, RecordType.Aaaa, RecordType.Aaaa, RecordType.Txt, RecordType.Mx,
        RecordType.Cname, RecordType.Ns, RecordType.Soa, RecordType.Https, RecordType.Ds, RecordType.Dname,
    ];

    private readonly SimulatedInternet _internet;
    private readonly Chance _chance;
    private readonly List<DomainName> _names;
    private int _invented;

    /// <summary>Makes a source for the names that exist now.</summary>
    public QuestionSource(SimulatedInternet internet, Chance chance)
    {
        _internet = internet;
        _chance = chance;
        var names = internet.Zones.SelectMany(zone => zone.Records.Select(record => record.Owner).Prepend(zone.Apex));
        _names = [.. names.Distinct()];
        for (var i = _names.Count - 1; i > 0; i--)
        {
            var other = chance.Below(i + 1);
            (_names[i], _names[other]) = (_names[other], _names[i]);
        }
    }

    /// <summary>Every name and type that clients may ask and that exists or nearly does.</summary>
    public IEnumerable<WireQuestion> Everything =>
        from name in _names
        from type in new[] { RecordType.A, RecordType.Aaaa, RecordType.Txt }
        select new WireQuestion(name, type);

    /// <summary>The next question, as one kind of client or another sends it.</summary>
    public WireMessage Next()
    {
        var query = Plain(new(Vary(NextName()), _chance.Pick(Types)));
        if (_chance.Happens(20))
            query.Flags |= MessageHeader.CheckingDisabledBit;
        if (_chance.Happens(20))
            query.Flags |= MessageHeader.AuthenticDataBit;
        if (_chance.Happens(30))
            query.Edns = null;
        else
            query.Edns = new EdnsHeader(_chance.Pick<ushort>([512, 1232, 1232, 4096, 65_535]), 0, 0,
                _chance.Happens(40) ? EdnsHeader.DnssecOkBit : (ushort)0);
        return query;
    }

    /// <summary>A question as a plain client with EDNS asks it.</summary>
    public WireMessage Plain(WireQuestion question)
    {
        var query = new WireMessage
        {
            Id = (ushort)_chance.Below(65_536),
            Flags = MessageHeader.RecursionDesiredBit,
            Edns = new EdnsHeader(1232, 0, 0, 0),
        };
        query.Questions.Add(question);
        return query;
    }

    private DomainName NextName()
    {
        var name = _names[_chance.Skewed(_names.Count)];
        if (name.IsWildcard && _chance.Happens(90))
            name = Below(name.Parent, "w");
        else if (_chance.Happens(10))
            name = Below(name, "x");
        else if (_chance.Happens(5))
            name = Below(_chance.Pick(_internet.Zones).Apex, "none");
        else if (_chance.Happens(5))
            name = name.Parent;
        return name;
    }

    /// <summary>Some clients vary the case of letters.</summary>
    private DomainName Vary(DomainName name)
    {
        if (!_chance.Happens(25))
            return name;
        var wire = name.Wire.ToArray();
        for (var i = 0; i < wire.Length; i++)
        {
            if (char.IsAsciiLetter((char)wire[i]) && wire[i] > 63 && _chance.Happens(50))
                wire[i] ^= 0x20;
        }
        return DomainName.FromWire(wire);
    }

    private DomainName Below(DomainName parent, string label)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{label}{(_chance.Happens(50) ? _chance.Below(3) : ++_invented)}");
        return parent.TryPrepend(System.Text.Encoding.ASCII.GetBytes(text), out var name) ? name : parent;
    }
}

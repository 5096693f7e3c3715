using System.Globalization;
using System.Text;
using StubCheck.Wire;

namespace StubCheck.Canned;

/// <summary>
/// What the canned responder knows: names whose first label says what they lead to. <c>chain3</c> is three aliases and
/// two addresses, <c>nodata1</c> and <c>noname1</c> an alias to nothing, <c>dname</c> an alias by redirection of the
/// subtree, <c>many40</c> forty addresses.
/// </summary>
internal static class CannedZone
{
    private const uint Ttl = 300;

    // More addresses would not differ in their last octet.
    private const int MaxNumber = 200;

    /// <summary>The answer section in good order, signatures left out.</summary>
    public static List<Record> Answer(Question question, out bool isNegative, out bool exists)
    {
        var (word, number) = Split(question.Name);
        var zone = question.Name.Parent;
        isNegative = word is "nodata" or "noname";
        exists = word != "noname";
        var records = new List<Record>();
        var end = word == "dname"
            ? AddRedirection(records, question.Name, zone)
            : AddChain(records, question.Name, word is "many" ? 0 : number);
        if (!isNegative)
            records.AddRange(Data(question, end, word == "many" ? number : 2));

        return records;
    }

    /// <summary>The SOA that negative answers carry.</summary>
    public static Record Soa(Question question)
    {
        var zone = question.Name.Parent;
        byte[] rdata =
        [
            .. zone.Under("ns").Octets, .. zone.Under("hostmaster").Octets,
            0, 0, 0, 1, 0, 0, 0x0e, 0x10, 0, 0, 0x02, 0x58, 0, 0x09, 0x3a, 0x80, 0, 0, 0x01, 0x2c,
        ];

        return Make(zone, RecordTypes.Soa, rdata) with { Section = Section.Authority };
    }

    /// <summary>A record in class IN with the zone's TTL, in the answer section.</summary>
    public static Record Make(WireName owner, ushort type, byte[] rdata) =>
        new(Section.Answer, owner, type, 1, Ttl, rdata);

    /// <summary>An alias.</summary>
    public static Record Alias(WireName owner, WireName target) =>
        Make(owner, RecordTypes.Cname, target.Octets) with { Names = [target] };

    /// <summary>An address record of a family, told apart by a number.</summary>
    public static Record Address(WireName owner, ushort type, int number) =>
        type == RecordTypes.Aaaa
            ? Make(owner, type, [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)number])
            : Make(owner, type, [192, 0, 2, (byte)number]);

    /// <summary>A signature that verifies nothing, over a set.</summary>
    public static Record Signature(Record covered)
    {
        byte[] rdata =
        [
            (byte)(covered.Type >> 8), (byte)covered.Type, 13, 2, 0, 0, 1, 44, 0x7f, 0, 0, 0, 0x60, 0, 0, 0, 0x12, 0x34,
            .. WireName.Root.Octets, .. new byte[64],
        ];

        return Make(covered.Owner, RecordTypes.Rrsig, rdata) with { Section = covered.Section, Ttl = covered.Ttl };
    }

    private static IEnumerable<Record> Data(Question question, WireName end, int count)
    {
        if (question.Type is RecordTypes.A or RecordTypes.Aaaa)
            return Enumerable.Range(1, count).Select(number => Address(end, question.Type, number));

        return question.Type == RecordTypes.Ptr
            ? [Make(end, RecordTypes.Ptr, end.Under("host").Octets) with { Names = [end.Under("host")] }]
            : [Make(end, question.Type, [1, (byte)'x'])];
    }

    // Targets have capitals of their own, so that an owner put into small letters shows.
    private static WireName AddChain(List<Record> records, WireName name, int links)
    {
        var zone = name.Parent;
        for (var i = 1; i <= links; i++)
        {
            var target = zone.Under(string.Create(CultureInfo.InvariantCulture, $"Link{i}"));
            records.Add(Alias(name, target));
            name = target;
        }

        return name;
    }

    private static WireName AddRedirection(List<Record> records, WireName name, WireName zone)
    {
        var target = zone.Parent.Under("Elsewhere");
        records.Add(Make(zone, RecordTypes.Dname, target.Octets) with { Names = [target] });
        var redirected = name.Redirect(zone, target);
        records.Add(Alias(name, redirected));

        return redirected;
    }

    private static (string Word, int Number) Split(WireName name)
    {
        var label = Encoding.Latin1.GetString(name.FirstLabel);
        var word = label.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var number = int.TryParse(label.AsSpan(word.Length), CultureInfo.InvariantCulture, out var links) ? links : 2;

        return (LowerCase(word), Math.Clamp(number, 0, MaxNumber));
    }

    private static string LowerCase(string word) => string.Concat(word.Select(char.ToLowerInvariant));
}

using StubCheck.Asking;
using StubCheck.Wire;

namespace StubCheck.Canned;

/// <summary>What each fault does to a reply that is as it should be.</summary>
internal static class Spoiling
{
    private const int EndlessLinks = 24;

    /// <summary>Spoils the order and the choice of records.</summary>
    public static void Records(Fault fault, Question question, List<Record> answer, List<Record> authority)
    {
        var aliases = answer.Where(record => record.IsAlias).ToList();
        var data = answer.Where(record => record.Type == question.Type).ToList();
        switch (fault)
        {
            case Fault.DataBeforeAliases:
                Replace(answer, [.. data, .. answer.Except(data)]);
                break;
            case Fault.AliasesReversed:
                Replace(answer, [.. Enumerable.Reverse(aliases), .. answer.Except(aliases)]);
                break;
            case Fault.AliasesSwapped when aliases.Count > 1:
                Replace(answer, [aliases[1], aliases[0], .. aliases.Skip(2), .. answer.Except(aliases)]);
                break;
            case Fault.DataSplit when aliases.Count > 0 && data.Count > 1:
                Replace(answer, [.. aliases[..^1], data[0], aliases[^1], .. data.Skip(1)]);
                break;
            case Fault.BareAlias when aliases.Count > 0:
                answer.RemoveAll(data.Contains);
                authority.Clear();
                break;
            case Fault.EndlessChain:
                Replace(answer, Endless(question));
                break;
            case Fault.Failure:
                answer.Clear();
                break;
            case Fault.FamiliesDisagree when question.Type == RecordTypes.Aaaa:
                Replace(answer, aliases);
                authority.Add(CannedZone.Soa(question));
                break;
            default:
                Strangers(fault, question, answer, authority);
                break;
        }
    }

    /// <summary>Spoils the header's second word.</summary>
    public static ushort Flags(Fault fault, ushort flags, Mode mode, Question question) => (ushort)(fault switch
    {
        Fault.AuthenticAlways => flags | 0x0020,
        Fault.ZeroBitSet => flags | 0x0040,
        Fault.RecursionDesiredLost => flags & ~0x0100,
        Fault.NoRecursion => flags & ~0x0080,
        Fault.Authoritative => flags | 0x0400,
        Fault.DataWithNoName => flags | 3,
        Fault.Failure => flags | 2,
        Fault.FamiliesDisagree when question.Type == RecordTypes.Aaaa => flags | 3,
        Fault.TruncatedOverTcp when mode.Transport == Transport.Tcp => flags | 0x0200,
        Fault.NeedlessTruncation when mode.Transport == Transport.Udp => flags | 0x0200,
        _ => flags,
    });

    /// <summary>Spoils the question section.</summary>
    public static Question[] Questions(Fault fault, Question question) => fault switch
    {
        Fault.QuestionRecased => [question with { Name = Recased(question.Name) }],
        Fault.TwoQuestions => [question, question],
        Fault.NoQuestion => [],
        _ => [question],
    };

    /// <summary>The additional section: OPT if asked for, unless spoiled.</summary>
    public static List<Record> Additional(Fault fault, Question question, Mode mode)
    {
        var records = new List<Record>();
        if (fault == Fault.ExtraAdditional)
            records.Add(CannedZone.Address(question.Name.Parent.Under("ns"), RecordTypes.A, 53)
                with { Section = Section.Additional });
        if (fault == Fault.UnaskedOpt || (mode.HasEdns && fault != Fault.NoOpt))
        {
            var ttl = mode.WantsSignatures ? 0x8000u : 0;
            records.Add(new Record(Section.Additional, WireName.Root, RecordTypes.Opt, Mode.OfferedSize, ttl, []));
        }

        return records;
    }

    /// <summary>Spoils the octets of the finished message.</summary>
    public static byte[] Octets(Fault fault, byte[] message) => fault switch
    {
        Fault.TrailingOctets => [.. message, 0, 0, 0],
        Fault.CutRecord => message[..^5],
        Fault.PointerForward => PointingForward(message),
        _ => message,
    };

    private static void Strangers(Fault fault, Question question, List<Record> answer, List<Record> authority)
    {
        var stranger = question.Name.Parent.Under("Stranger");
        var data = Math.Max(0, answer.FindIndex(record => record.Type == question.Type));
        var alias = answer.FindIndex(record => record.IsAlias);
        var other = question.Type == RecordTypes.A ? RecordTypes.Aaaa : RecordTypes.A;
        switch (fault)
        {
            case Fault.AliasTwice when alias >= 0:
                answer.Insert(alias, answer[alias]);
                break;
            case Fault.SecondAlias when alias >= 0:
                answer.Insert(alias + 1, CannedZone.Alias(answer[alias].Owner, stranger));
                break;
            case Fault.ForeignAddress:
                answer.Add(CannedZone.Address(stranger, question.Type, 99));
                break;
            case Fault.ForeignAlias:
                answer.Insert(data, CannedZone.Alias(stranger, stranger.Parent.Under("Other")));
                break;
            case Fault.OtherFamily:
                answer.Add(CannedZone.Address(answer[^1].Owner, other, 99));
                break;
            case Fault.OtherType:
                answer.Insert(data, CannedZone.Make(answer[^1].Owner, RecordTypes.Txt, [1, (byte)'x']));
                break;
            case Fault.ExtraAuthority:
                var server = stranger.Parent.Under("ns");
                authority.Add(CannedZone.Make(stranger.Parent, RecordTypes.Ns, server.Octets)
                    with { Section = Section.Authority, Names = [server] });
                break;
            default:
                Details(fault, question, answer);
                break;
        }
    }

    private static void Details(Fault fault, Question question, List<Record> answer)
    {
        var dname = answer.FindIndex(record => record.Type == RecordTypes.Dname);
        switch (fault)
        {
            case Fault.DnameAlone when dname >= 0:
                answer.RemoveAt(dname + 1);
                break;
            case Fault.DnameBehind when dname >= 0:
                (answer[dname], answer[dname + 1]) = (answer[dname + 1], answer[dname]);
                break;
            case Fault.OwnerRecased:
                Replace(answer, [.. answer.Select(record => record with { Owner = LowerCase(record.Owner) })]);
                break;
            case Fault.MixedTtls:
                answer[^1] = answer[^1] with { Ttl = answer[^1].Ttl - 1 };
                break;
            case Fault.HugeTtls:
                Replace(answer, [.. answer.Select(record => record with { Ttl = 0x80000000 })]);
                break;
            case Fault.TooLong:
                answer.AddRange(Enumerable.Range(50, 100)
                    .Select(number => CannedZone.Address(answer[^1].Owner, question.Type, number)));
                break;
        }
    }

    private static List<Record> Endless(Question question)
    {
        var records = new List<Record>();
        var name = question.Name;
        for (var i = 0; i < EndlessLinks; i++)
        {
            var target = question.Name.Parent.Under($"Far{i}");
            records.Add(CannedZone.Alias(name, target));
            name = target;
        }

        return [.. records, CannedZone.Address(name, question.Type, 1)];
    }

    private static void Replace(List<Record> records, IEnumerable<Record> by)
    {
        Record[] kept = [.. by];
        records.Clear();
        records.AddRange(kept);
    }

    // The first alias's target moves into the second record's owner, and a pointer forward to it takes its place. Both
    // spellings are equally long, so nothing else moves.
    private static byte[] PointingForward(byte[] message)
    {
        var parsed = MessageParser.Parse(message)!;
        var rdata = 12 + parsed.Questions[0].Name.Octets.Length + 4 + 12;
        var length = message[rdata - 1];
        var second = rdata + length;
        if (parsed.Records is not [{ IsAlias: true }, ..] || message[second] != 0xc0 || message[second + 1] != rdata)
            return message;
        byte[] moved = [.. message];
        moved[rdata - 1] = 2;
        (moved[rdata], moved[rdata + 1]) = (0xc0, (byte)(rdata + 2));
        message.AsSpan(rdata, length).CopyTo(moved.AsSpan(rdata + 2));

        return moved;
    }

    private static WireName LowerCase(WireName name) =>
        new([.. name.Octets.Select(octet => octet is >= 0x41 and <= 0x5a ? (byte)(octet | 0x20) : octet)]);

    private static WireName Recased(WireName name) =>
        new([.. name.Octets.Select(octet => char.IsAsciiLetter((char)octet) ? (byte)(octet ^ 0x20) : octet)]);
}

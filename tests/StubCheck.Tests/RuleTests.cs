using StubCheck.Asking;
using StubCheck.Canned;
using StubCheck.Reporting;
using StubCheck.Rules;
using StubCheck.Wire;

namespace StubCheck.Tests;

public sealed class RuleTests
{
    public static TheoryData<string, string> GoodReplies()
    {
        string[] names = ["chain0", "chain1", "chain11", "nodata0", "nodata2", "noname0", "noname2", "many40"];
        var data = new TheoryData<string, string>();
        foreach (var name in names)
        {
            foreach (var mode in (string[])["udp", "udp+edns", "udp+do", "tcp", "tcp+edns", "tcp+do"])
                data.Add($"{name}.stub.test A", mode);
        }

        data.Add("dname.sub.test AAAA", "udp+do");
        return data;
    }

    [Theory]
    [MemberData(nameof(GoodReplies))]
    public void Good_replies_keep_every_rule(string question, string mode) =>
        Assert.Empty(Spoiled.Breaks($"{question} {mode}", Fault.None, CheckKind.Rule));

    [Theory]
    [InlineData(Fault.DataBeforeAliases, "chain1.stub.test A udp", "chain first and in order")]
    [InlineData(Fault.DataBeforeAliases, "chain1.stub.test A udp+do", "chain first and in order")]
    [InlineData(Fault.AliasesReversed, "chain3.stub.test A tcp", "chain first and in order")]
    [InlineData(Fault.AliasesSwapped, "chain3.stub.test A udp", "chain first and in order")]
    [InlineData(Fault.DataSplit, "chain2.stub.test A udp", "final set in one piece and last")]
    [InlineData(Fault.AliasTwice, "chain1.stub.test A udp", "no record twice")]
    [InlineData(Fault.SecondAlias, "chain1.stub.test A udp", "one CNAME per owner")]
    [InlineData(Fault.ForeignAddress, "chain1.stub.test A udp", "no stranger")]
    [InlineData(Fault.ForeignAlias, "chain1.stub.test A udp", "no stranger")]
    [InlineData(Fault.OtherFamily, "chain0.stub.test A udp", "no stranger")]
    [InlineData(Fault.OtherType, "chain1.stub.test A udp", "no stranger")]
    [InlineData(Fault.UnaskedSignatures, "chain0.stub.test A udp", "DNSSEC records only with DO")]
    [InlineData(Fault.SignaturesApart, "chain2.stub.test A udp+do", "RRSIG right behind what it covers")]
    [InlineData(Fault.DnameAlone, "dname.sub.test A udp", "DNAME right before its CNAME")]
    [InlineData(Fault.DnameBehind, "dname.sub.test A udp", "DNAME right before its CNAME")]
    [InlineData(Fault.OwnerRecased, "chain1.stub.test A udp", "owners equal the RDATA that led there")]
    [InlineData(Fault.QuestionRecased, "chain0.stub.test A udp", "question echoed octet for octet")]
    [InlineData(Fault.MixedTtls, "chain0.stub.test A udp", "one TTL per set")]
    [InlineData(Fault.HugeTtls, "chain0.stub.test A udp", "TTLs of a week at most")]
    [InlineData(Fault.BareAlias, "chain1.stub.test A udp", "no bare CNAME")]
    [InlineData(Fault.DataWithNoName, "chain0.stub.test A udp", "response code of the chain's end")]
    [InlineData(Fault.NoSoa, "nodata0.stub.test A udp", "SOA with negative answers")]
    [InlineData(Fault.NoSoa, "noname2.stub.test A udp", "SOA with negative answers")]
    [InlineData(Fault.Failure, "chain0.stub.test A udp", "an answer at all")]
    [InlineData(Fault.ZeroBitSet, "chain0.stub.test A udp", "header bits")]
    [InlineData(Fault.RecursionDesiredLost, "chain0.stub.test A udp", "header bits")]
    [InlineData(Fault.NoRecursion, "chain0.stub.test A udp", "header bits")]
    [InlineData(Fault.Authoritative, "chain0.stub.test A udp", "header bits")]
    [InlineData(Fault.AuthenticAlways, "chain0.stub.test A udp", "AD only if asked for")]
    [InlineData(Fault.TwoQuestions, "chain0.stub.test A udp", "exactly one question")]
    [InlineData(Fault.NoQuestion, "chain0.stub.test A udp", "exactly one question")]
    [InlineData(Fault.TrailingOctets, "chain0.stub.test A udp", "parses to its last octet")]
    [InlineData(Fault.CutRecord, "chain0.stub.test A udp", "parses to its last octet")]
    [InlineData(Fault.UnaskedOpt, "chain0.stub.test A udp", "OPT if and only if asked")]
    [InlineData(Fault.NoOpt, "chain0.stub.test A udp+edns", "OPT if and only if asked")]
    [InlineData(Fault.ExtraAdditional, "chain0.stub.test A udp", "nothing else in additional")]
    [InlineData(Fault.ExtraAuthority, "chain0.stub.test A udp+do", "authority empty on positive answers")]
    [InlineData(Fault.TooLong, "chain0.stub.test A udp", "within the size limit")]
    [InlineData(Fault.TooLong, "chain0.stub.test A udp+edns", "within the size limit")]
    [InlineData(Fault.TruncatedOverTcp, "chain0.stub.test A tcp", "no TC over TCP")]
    [InlineData(Fault.PointerForward, "chain1.stub.test A udp", "pointers lead backwards to labels")]
    public void Each_fault_breaks_its_rule(Fault fault, string question, string rule) =>
        Assert.Contains(rule, Spoiled.Breaks(question, fault, CheckKind.Rule));

    [Fact]
    public void A_DNAME_target_may_not_be_compressed()
    {
        var parsed = MessageParser.Parse(
        [
            0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0,
            1, (byte)'a', 0, 0, 39, 0, 1,
            0xc0, 12, 0, 39, 0, 1, 0, 0, 0, 60, 0, 2, 0xc0, 12,
        ])!;

        Assert.Equal([WireFault.PointerInNewType], parsed.Faults);
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(17, 1)]
    public void Sixteen_aliases_pass_and_seventeen_do_not(int links, int breaks) =>
        Assert.Equal(breaks, Spoiled.Breaks($"chain{links}.stub.test A tcp", Fault.None, CheckKind.Rule).Length);

    [Fact]
    public void TC_is_for_what_does_not_fit()
    {
        var needless = Spoiled.Exchange("chain0.stub.test A udp", Fault.NeedlessTruncation);
        var needed = Spoiled.Exchange("many40.stub.test A udp", Fault.None);

        var verdicts = (
            PairRules.Truncation(needless, Spoiled.Exchange("chain0.stub.test A tcp", Fault.None)).Kind,
            PairRules.Truncation(needed, Spoiled.Exchange("many40.stub.test A tcp", Fault.None)).Kind);

        Assert.Equal((VerdictKind.Break, VerdictKind.Ok), verdicts);
    }

    [Theory]
    [InlineData(Fault.None, VerdictKind.Ok)]
    [InlineData(Fault.FamiliesDisagree, VerdictKind.Break)]
    public void A_name_exists_for_both_families_or_for_none(Fault fault, VerdictKind expected)
    {
        var one = Spoiled.Exchange("chain1.stub.test A udp", fault);
        var other = Spoiled.Exchange("chain1.stub.test AAAA udp", fault);

        Assert.Equal(expected, PairRules.Families(one, other).Kind);
    }

    [Fact]
    public void Two_questions_at_once_want_two_replies()
    {
        var first = Spoiled.Exchange("chain1.stub.test A udp", Fault.None);
        var second = Spoiled.Exchange("chain1.stub.test AAAA udp", Fault.None);

        var mixedUp = new Exchange(second.Query, second.Sent, first.Received);

        Assert.Equal(VerdictKind.Ok, PairRules.Together([first, second]).Kind);
        Assert.Equal(VerdictKind.Break, PairRules.Together([first, mixedUp]).Kind);
    }

    [Fact]
    public void Silence_is_one_break_and_not_one_per_check()
    {
        var answered = Spoiled.Exchange("chain1.stub.test A udp", Fault.None);

        var breaks = Examiner.Judge(new Exchange(answered.Query, answered.Sent, null))
            .Where(cell => cell.Verdict.Kind == VerdictKind.Break);

        Assert.Equal(["a reply in time"], breaks.Select(cell => cell.Check));
    }
}

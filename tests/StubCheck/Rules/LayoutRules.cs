namespace StubCheck.Rules;

/// <summary>Every rule, in the order of the report.</summary>
internal static class LayoutRules
{
    /// <summary>The rules that look at one reply.</summary>
    public static readonly IReadOnlyList<LayoutRule> All =
    [
        new("chain first and in order", OrderRules.ChainInOrder),
        new("final set in one piece and last", OrderRules.FinalSetLast),
        new("no stranger", OrderRules.NoStranger),
        new("one CNAME per owner", OrderRules.OneCnamePerOwner),
        new("no record twice", OrderRules.NoRecordTwice),
        new("DNAME right before its CNAME", OrderRules.DnameBeforeItsCname),
        new("RRSIG right behind what it covers", OrderRules.RrsigBehindItsSet),
        new("owners equal the RDATA that led there", NameRules.OwnersByteEqual),
        new("question echoed octet for octet", NameRules.QuestionEchoed),
        new("pointers lead backwards to labels", NameRules.Pointers),
        new("no compression in newer types", NameRules.NewTypesUncompressed),
        new("one TTL per set", TtlRules.OnePerSet),
        new("TTLs of a week at most", TtlRules.Range),
        new("no bare CNAME", EndRules.NoBareCname),
        new("response code of the chain's end", EndRules.RcodeOfTheEnd),
        new("SOA with negative answers", EndRules.SoaWithNegatives),
        new("no more than 16 aliases", EndRules.ChainLength),
        new("an answer at all", EndRules.AnAnswer),
        new("header bits", HeaderRules.Bits),
        new("AD only if asked for", HeaderRules.AuthenticData),
        new("exactly one question", HeaderRules.OneQuestion),
        new("parses to its last octet", HeaderRules.Whole),
        new("DNSSEC records only with DO", SectionRules.DnssecOnlyIfAsked),
        new("OPT if and only if asked", SectionRules.OptIffAsked),
        new("nothing else in additional", SectionRules.AdditionalIsOpt),
        new("authority empty on positive answers", SectionRules.AuthorityEmpty),
        new("within the size limit", SectionRules.Size),
        new("no TC over TCP", SectionRules.NoTcOverTcp),
    ];
}

using Dns;
using Dnssec.Denial;
using FsCheck;
using FsCheck.Fluent;
using Signing;

namespace Dnssec.Tests.Denial;

/// <summary>
/// Proofs against the truth about random zones: all records together prove all that is true, and no selection of
/// them ever proves what is not.
/// </summary>
public sealed class RandomDenialTests
{
    private static readonly Config ManyZones = Config.QuickThrowOnFailure.WithMaxTest(400);

    public static TheoryData<string> Styles => [.. StyleByName.Keys];

    private static Dictionary<string, DenialStyle> StyleByName { get; } = new()
    {
        ["NSEC"] = new DenialStyle.Nsec(),
        ["NSEC3"] = new DenialStyle.Nsec3(),
        ["NSEC3 with salt"] = new DenialStyle.Nsec3(Iterations: 5, Salt: "aabb"),
        ["NSEC3 with opt-out"] = new DenialStyle.Nsec3(Span: Nsec3Span.OptOut),
    };

    [Theory, MemberData(nameof(Styles))]
    public void No_selection_of_records_proves_what_is_not_so(string style) => ForAll(StyleByName[style], zone =>
    {
        var (name, type) = zone.Ask();

        return ProvesOnlyTruth(zone, zone.SomeProofs(), name, type);
    });

    [Theory, MemberData(nameof(Styles))]
    public void All_records_together_prove_only_what_is_so(string style) => ForAll(StyleByName[style], zone =>
    {
        var (name, type) = zone.Ask();

        return ProvesOnlyTruth(zone, zone.Signed.DenialSets, name, type);
    });

    [Theory, MemberData(nameof(Styles))]
    public void All_records_together_prove_everything_that_is_so(string style) => ForAll(StyleByName[style], zone =>
    {
        var (name, type) = zone.Ask();
        var proof = Proof(zone.Signed.DenialSets);

        return zone.Find(name, type) switch
        {
            // An opt-out zone cannot deny a wildcard whose nearest name is hidden: nothing shows that name to exist.
            Truth.NoName when zone.IsBelowHiddenName(name) => true,
            Truth.NoName => Holds(proof.ProveNameError(name)) && Holds(proof.ProveNoData(name, type)),
            Truth.NoData or Truth.WildcardNoData => Holds(proof.ProveNoData(name, type)),
            Truth.WildcardData => Holds(proof.ProveWildcardAnswer(name, zone.ClosestEncloserLabels(name))),
            _ => true,
        };
    });

    [Theory, MemberData(nameof(Styles))]
    public void Unsigned_delegations_are_proven_signed_ones_are_not(string style) => ForAll(StyleByName[style], zone =>
    {
        var (name, _) = zone.Ask();
        var absence = Proof(zone.Signed.DenialSets).ProveNoDs(name).Absence;
        if (!zone.IsCut(name) || zone.Find(name, RecordType.Ds) == Truth.Elsewhere)
            return absence != DsAbsence.InsecureDelegation;

        return zone.Has(name, RecordType.Ds)
            ? absence == DsAbsence.NotProven
            : absence is DsAbsence.InsecureDelegation or DsAbsence.OptOut;
    });

    private static bool ProvesOnlyTruth(RandomZone zone, IEnumerable<RRset> records, DomainName name, RecordType type)
    {
        var proof = Proof(records);
        var truth = zone.Find(name, type);
        var isNameDenied = proof.ProveNameError(name).Status == SecurityStatus.Secure;
        var isTypeDenied = proof.ProveNoData(name, type).Status == SecurityStatus.Secure;
        var wildcards = Enumerable.Range(Apex, name.LabelCount - Apex)
            .Where(labels => zone.HasWildcardBelow(name.Suffix(labels)))
            .Where(labels => proof.ProveWildcardAnswer(name, labels).Status == SecurityStatus.Secure)
            .ToList();
        return (!isNameDenied || truth == Truth.NoName)
            && (!isTypeDenied || truth is Truth.NoName or Truth.NoData or Truth.WildcardNoData)
            && (wildcards.Count == 0
                || (truth is Truth.WildcardData or Truth.WildcardNoData
                    && wildcards is [var only] && only == zone.ClosestEncloserLabels(name)));
    }

    private static int Apex => RandomZone.Apex.LabelCount;

    private static bool Holds(DenialResult result) => result.Verdict is DenialVerdict.Proven or DenialVerdict.OptOut;

    private static DenialProof Proof(IEnumerable<RRset> records) =>
        new(RandomZone.Apex, records, new WorkLimit(WorkAllowance.Default));

    private static void ForAll(DenialStyle style, Func<RandomZone, bool> property) =>
        Check.One(ManyZones, Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            var zone = new RandomZone(seed, style);
            return property(zone).Label(zone.ToString());
        }));
}

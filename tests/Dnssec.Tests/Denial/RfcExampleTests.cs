using Dns;
using Dnssec.Algorithms;
using Dnssec.Denial;
using Dnssec.Signatures;
using Dnssec.Trust;
using Dnssec.Zones;

namespace Dnssec.Tests.Denial;

/// <summary>The responses that RFC 4035 appendix B and RFC 5155 appendix B print, from the zones they print.</summary>
public sealed class RfcExampleTests
{
    private static readonly ZoneImage Nsec = ZoneFiles.Read("rfc4035-names-signed-by-us.zone", "example.");
    private static readonly ZoneImage Nsec3 = ZoneFiles.Read("rfc5155-appendix-a.zone", "example.");

    [Fact, Rfc(4035, "B.2")]
    public void NSEC_name_error()
    {
        Assert.Equal(
            DenialVerdict.Proven, From(Nsec, "b", "").ProveNameError(Name("ml")).Verdict);
        Assert.Equal(
            ValidationReason.WildcardNotDenied, From(Nsec, "b").ProveNameError(Name("ml")).Reason);
        Assert.Equal(
            ValidationReason.NameNotCovered, From(Nsec, "").ProveNameError(Name("ml")).Reason);
    }

    [Fact, Rfc(4035, "B.3")]
    public void NSEC_no_data()
    {
        var proof = From(Nsec, "ns1");

        Assert.Equal(DenialVerdict.Proven, proof.ProveNoData(Name("ns1"), RecordType.Mx).Verdict);
        Assert.Equal(ValidationReason.TypeExists, proof.ProveNoData(Name("ns1"), RecordType.A).Reason);
    }

    [Fact, Rfc(4035, "B.5")]
    public void NSEC_referral_to_an_unsigned_zone() =>
        Assert.Equal(DsAbsence.InsecureDelegation, From(Nsec, "b").ProveNoDs(Name("b")).Absence);

    [Fact, Rfc(4035, "B.4")]
    public void NSEC_referral_to_a_signed_zone_is_not_to_an_unsigned_one() =>
        Assert.Equal(
            new DsAbsenceResult(DsAbsence.NotProven, ValidationReason.TypeExists),
            From(Nsec, "a").ProveNoDs(Name("a")));

    [Fact, Rfc(4035, "B.6")]
    public void NSEC_wildcard_expansion()
    {
        var proof = From(Nsec, "x.y.w");

        Assert.Equal(DenialVerdict.Proven, proof.ProveWildcardAnswer(Name("a.z.w"), 2).Verdict);
        Assert.Equal(
            ValidationReason.WildcardNotApplicable, proof.ProveWildcardAnswer(Name("a.z.w"), 1).Reason);
    }

    [Fact, Rfc(4035, "B.7")]
    public void NSEC_wildcard_no_data()
    {
        var result = From(Nsec, "x.y.w", "*.w").ProveNoData(Name("a.z.w"), RecordType.Aaaa);

        Assert.Equal((DenialVerdict.Proven, NameExistence.Wildcard), (result.Verdict, result.Name));
        Assert.Equal(
            ValidationReason.TypeExists,
            From(Nsec, "x.y.w", "*.w").ProveNoData(Name("a.z.w"), RecordType.Mx).Reason);
    }

    [Fact, Rfc(4035, "B.8")]
    public void NSEC_of_the_child_does_not_deny_its_DS() =>
        Assert.Equal(
            ValidationReason.DenialFromWrongZone, From(Nsec, "").ProveNoData(Sets.Zone, RecordType.Ds).Reason);

    [Fact, Rfc(5155, "B.1")]
    public void NSEC3_name_error()
    {
        var name = Name("a.c.x.w");

        Assert.Equal(DenialVerdict.OptOut, FromHashes("0p9m", "b4um", "35mt").ProveNameError(name).Verdict);
        Assert.Equal(ValidationReason.WildcardNotDenied, FromHashes("0p9m", "b4um").ProveNameError(name).Reason);
        Assert.Equal(ValidationReason.ClosestEncloserUnproven, FromHashes("35mt").ProveNameError(name).Reason);
        Assert.Equal(ValidationReason.NameNotCovered, FromHashes("b4um", "35mt").ProveNameError(name).Reason);
    }

    [Fact, Rfc(5155, "B.2")]
    public void NSEC3_no_data()
    {
        var proof = FromHashes("2t7b");

        Assert.Equal(DenialVerdict.Proven, proof.ProveNoData(Name("ns1"), RecordType.Mx).Verdict);
        Assert.Equal(ValidationReason.TypeExists, proof.ProveNoData(Name("ns1"), RecordType.A).Reason);
    }

    [Fact, Rfc(5155, "B.2.1")]
    public void NSEC3_no_data_at_an_empty_non_terminal()
    {
        var result = FromHashes("ji6n").ProveNoData(Name("y.w"), RecordType.A);

        Assert.Equal((DenialVerdict.Proven, NameExistence.EmptyNonTerminal), (result.Verdict, result.Name));
    }

    [Fact, Rfc(5155, "B.3")]
    public void NSEC3_referral_to_an_unsigned_zone_by_opt_out()
    {
        Assert.Equal(DsAbsence.OptOut, FromHashes("35mt", "0p9m").ProveNoDs(Name("c")).Absence);
        Assert.Equal(DsAbsence.NotProven, FromHashes("0p9m").ProveNoDs(Name("c")).Absence);
        Assert.Equal(DsAbsence.NotProven, FromHashes("35mt").ProveNoDs(Name("a")).Absence);
    }

    [Fact, Rfc(5155, "B.4")]
    public void NSEC3_wildcard_expansion()
    {
        Assert.Equal(DenialVerdict.OptOut, FromHashes("q04j").ProveWildcardAnswer(Name("a.z.w"), 2).Verdict);
        Assert.Equal(
            ValidationReason.NameNotCovered, FromHashes("k8ud").ProveWildcardAnswer(Name("a.z.w"), 2).Reason);
    }

    [Fact, Rfc(5155, "B.5")]
    public void NSEC3_wildcard_no_data()
    {
        var result = FromHashes("k8ud", "q04j", "r53b").ProveNoData(Name("a.z.w"), RecordType.Aaaa);

        Assert.Equal(DenialVerdict.OptOut, result.Verdict);
        Assert.Equal(SecurityStatus.Insecure, result.Status);
    }

    [Fact, Rfc(5155, "B.6")]
    public void NSEC3_of_the_child_does_not_deny_its_DS() =>
        Assert.Equal(
            ValidationReason.DenialFromWrongZone, FromHashes("0p9m").ProveNoData(Sets.Zone, RecordType.Ds).Reason);

    [Fact, Rfc(5155, "A")]
    public void The_signatures_of_the_NSEC3_zone_held_in_2010()
    {
        using var cache = new KeyCache(8, KeyLimits.Rfc5702);
        var verifier = new SignatureVerifier(Validators.AllAlgorithms, cache);
        var anchor = new TrustAnchor(Sets.Zone, default, Nsec3.Find(Sets.Zone, RecordType.Dnskey));

        var result = new ZoneVerifier(new(verifier, cache), verifier).Verify(
            Nsec3, anchor, UnixTime.FromSeconds(1_270_000_000), new(WorkAllowance.WholeZone));

        Assert.True(result.IsGood, result.ToString());
    }

    private static DomainName Name(string relative) => DomainName.Parse(relative + ".example.");

    private static DenialProof From(ZoneImage zone, params string[] owners) => new(
        Sets.Zone,
        owners.Select(owner => zone.Find(owner.Length == 0 ? Sets.Zone : Name(owner), RecordType.Nsec)),
        Validators.Work());

    private static DenialProof FromHashes(params string[] prefixes) => new(
        Sets.Zone,
        prefixes.Select(prefix => Nsec3.Find(FindOwner(prefix), RecordType.Nsec3)),
        Validators.Work());

    private static DomainName FindOwner(string prefix) => Enumerable.Range(0, Nsec3.Count)
        .Select(i => DomainName.FromWire(Nsec3[i].Owner))
        .First(owner => owner.ToString().StartsWith(prefix, StringComparison.Ordinal));
}

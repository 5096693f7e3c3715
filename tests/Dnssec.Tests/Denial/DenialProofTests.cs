using Dns;
using Dnssec.Denial;
using Signing;

namespace Dnssec.Tests.Denial;

/// <summary>Proofs that other validators have been fooled with, and limits.</summary>
public sealed class DenialProofTests
{
    [Fact]
    public void No_records_prove_nothing()
    {
        var proof = Proof();

        Assert.False(proof.HasRecords);
        Assert.Equal(ValidationReason.DenialMissing, proof.ProveNameError(Name("a")).Reason);
        Assert.Equal(ValidationReason.DenialMissing, proof.ProveNoData(Name("a"), RecordType.A).Reason);
        Assert.Equal(ValidationReason.DenialMissing, proof.ProveWildcardAnswer(Name("a"), 1).Reason);
        Assert.Equal(ValidationReason.DenialMissing, proof.ProveNoDs(Name("a")).Reason);
    }

    [Theory, Rfc(4034, "4.1.1")]
    [InlineData("victim.", ValidationReason.DenialOutsideZone)]
    [InlineData("z.victim.", ValidationReason.DenialOutsideZone)]
    [InlineData("a.example.", ValidationReason.DenialMalformed)]
    [InlineData("b.example.", ValidationReason.DenialMalformed)]
    public void A_next_name_outside_the_zone_or_before_the_owner_is_refused(string next, ValidationReason expected)
    {
        var proof = Proof(
            Nsec("example.", "b.example.", RecordType.Soa, RecordType.Ns),
            Nsec("b.example.", next, RecordType.A));

        Assert.Equal(expected, proof.ProveNameError(Name("m")).Reason);
    }

    [Fact]
    public void An_owner_outside_the_zone_is_refused()
    {
        var proof = Proof(Nsec("a.victim.", "example.", RecordType.A));

        Assert.Equal(DenialVerdict.NotProven, proof.ProveNoData(DomainName.Parse("a.victim."), RecordType.Txt).Verdict);
        Assert.Equal(DenialVerdict.NotProven, proof.ProveNameError(DomainName.Parse("b.victim.")).Verdict);
    }

    [Theory, Rfc(6840, "4.1")]
    [InlineData(RecordType.Ns)]
    [InlineData(RecordType.Dname)]
    public void The_record_at_a_cut_or_a_DNAME_denies_nothing_below(RecordType type)
    {
        var proof = Proof(
            Nsec("example.", "b.example.", RecordType.Soa, RecordType.Ns),
            Nsec("b.example.", "example.", type));

        Assert.Equal(ValidationReason.DenialFromWrongZone, proof.ProveNameError(Name("x.b")).Reason);
        Assert.Equal(ValidationReason.DenialFromWrongZone, proof.ProveNoData(Name("x.b"), RecordType.A).Reason);
        Assert.Equal(DsAbsence.NotProven, proof.ProveNoDs(Name("x.b")).Absence);
        Assert.Equal(DenialVerdict.Proven, proof.ProveNameError(Name("c")).Verdict);
    }

    [Fact, Rfc(6840, "4.1")]
    public void The_parents_record_at_a_cut_denies_DS_and_nothing_else()
    {
        var proof = Proof(Nsec("b.example.", "c.example.", RecordType.Ns));

        Assert.Equal(ValidationReason.DenialFromWrongZone, proof.ProveNoData(Name("b"), RecordType.A).Reason);
        Assert.Equal(DenialVerdict.Proven, proof.ProveNoData(Name("b"), RecordType.Ds).Verdict);
    }

    [Fact, Rfc(6840, "4.3")]
    public void An_alias_at_the_name_denies_no_type() =>
        Assert.Equal(
            ValidationReason.TypeExists,
            Proof(Nsec("b.example.", "c.example.", RecordType.Cname)).ProveNoData(Name("b"), RecordType.A).Reason);

    [Fact, Rfc(6840, "4.4")]
    public void A_name_without_NS_is_no_delegation() =>
        Assert.Equal(
            DsAbsence.NoDelegation, Proof(Nsec("b.example.", "c.example.", RecordType.A)).ProveNoDs(Name("b")).Absence);

    [Fact]
    public void The_root_has_no_DS_and_may_say_so()
    {
        var nsec = Sets.Of(".", RecordType.Nsec, Rdata.Nsec(DomainName.Parse("aaa."), RecordType.Soa, RecordType.Ns));

        var result = new DenialProof(DomainName.Root, [nsec], Validators.Work())
            .ProveNoData(DomainName.Root, RecordType.Ds);

        Assert.Equal(DenialVerdict.Proven, result.Verdict);
    }

    [Fact, Rfc(5155, "8.3")]
    public void An_NSEC3_record_of_the_child_does_not_show_the_parents_closest_encloser()
    {
        var child = Zone("b.example.", new DenialStyle.Nsec3());

        var result = Proof([.. child.DenialSets]).ProveNameError(Name("x.b"));

        Assert.Equal((DenialVerdict.NotProven, ValidationReason.DenialOutsideZone), (result.Verdict, result.Reason));
    }

    [Fact, Rfc(5155, "8.3")]
    public void A_closest_encloser_that_is_a_cut_is_refused()
    {
        var parent = new ZoneSigner { Keys = [], Denial = new DenialStyle.Nsec3() }.Sign(
            "example.",
            new ZoneRecord("example.", RecordType.Soa, Rdata.Soa(1)),
            new ZoneRecord("b.example.", RecordType.Ns, Rdata.Name("ns.test.")));

        Assert.Equal(
            ValidationReason.DenialFromWrongZone, Proof([.. parent.DenialSets]).ProveNameError(Name("x.b")).Reason);
    }

    [Theory, Rfc(9276, "3.2")]
    [InlineData(50, DenialVerdict.Proven, DsAbsence.NoDelegation)]
    [InlineData(51, DenialVerdict.TooCostly, DsAbsence.TooCostly)]
    [InlineData(65535, DenialVerdict.TooCostly, DsAbsence.TooCostly)]
    public void Iterations_above_fifty_count_as_insecure_without_a_hash(
        ushort iterations, DenialVerdict verdict, DsAbsence absence)
    {
        var zone = Zone("example.", new DenialStyle.Nsec3(iterations));
        var work = Validators.Work();
        var proof = new DenialProof(Sets.Zone, zone.DenialSets, work);

        Assert.Equal(verdict, proof.ProveNameError(Name("x")).Verdict);
        Assert.Equal(verdict, proof.ProveNoData(Name("x"), RecordType.A).Verdict);
        Assert.Equal(verdict, proof.ProveWildcardAnswer(Name("x"), 1).Verdict);
        Assert.Equal(absence, proof.ProveNoDs(Name("x")).Absence);
        Assert.Equal(verdict == DenialVerdict.TooCostly, work.Spent(WorkKind.HashRound) == 0);
    }

    [Fact, Rfc(5155, "8.2")]
    public void Records_of_two_parameter_sets_prove_nothing()
    {
        var one = Zone("example.", new DenialStyle.Nsec3(Salt: "aa"));
        var other = Zone("example.", new DenialStyle.Nsec3(Salt: "bb"));

        Assert.Equal(
            ValidationReason.Nsec3ParametersMixed,
            Proof([.. one.DenialSets, .. other.DenialSets]).ProveNameError(Name("x")).Reason);
    }

    [Theory, Rfc(5155, "8.1"), Rfc(5155, "8.2")]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1, 0x80)]
    [InlineData(5, 19)]
    public void Records_of_unknown_kinds_are_ignored(int position, byte value)
    {
        var zone = Zone("example.", new DenialStyle.Nsec3());
        var changed = zone.DenialSets.Select(set =>
        {
            var rdata = set.FirstRecord.ToArray();
            rdata[position] = value;
            return set.Holding(rdata);
        });

        Assert.Equal(ValidationReason.DenialMalformed, Proof([.. changed]).ProveNameError(Name("x")).Reason);
    }

    [Fact, Rfc(9824, "3.1")]
    public void A_name_may_be_denied_at_the_name_itself()
    {
        var compact = Nsec(
            "x.example.", "\\000.x.example.", RecordType.Rrsig, RecordType.Nsec, RecordType.Nxname);

        var nameError = Proof(compact).ProveNameError(Name("x"));
        var noData = Proof(compact).ProveNoData(Name("x"), RecordType.A);

        Assert.Equal((DenialVerdict.Proven, NameExistence.CompactlyDenied), (nameError.Verdict, nameError.Name));
        Assert.Equal((DenialVerdict.Proven, NameExistence.CompactlyDenied), (noData.Verdict, noData.Name));
    }

    [Fact, Rfc(9824, "3.1")]
    public void A_name_with_data_is_not_denied_by_an_NXNAME_bit()
    {
        var lying = Nsec("x.example.", "\\000.x.example.", RecordType.A, RecordType.Nxname);

        Assert.Equal(ValidationReason.NameExists, Proof(lying).ProveNameError(Name("x")).Reason);
    }

    [Fact]
    public void A_name_below_the_next_name_makes_an_empty_non_terminal_and_not_a_name_error()
    {
        var proof = Proof(Nsec("example.", "a.b.example.", RecordType.Soa, RecordType.Ns));

        Assert.Equal(ValidationReason.NameExists, proof.ProveNameError(Name("b")).Reason);
        Assert.Equal(NameExistence.EmptyNonTerminal, proof.ProveNoData(Name("b"), RecordType.A).Name);
    }

    [Theory]
    [InlineData(DenialProof.MaxRecords - 1, DenialVerdict.Proven)]
    [InlineData(DenialProof.MaxRecords, DenialVerdict.NotProven)]
    public void Only_so_many_records_are_looked_at(int before, DenialVerdict expected)
    {
        var padding = Enumerable.Range(0, before).Select(i => Nsec($"a{i}.a.example.", $"b{i}.a.example."));

        var proof = Proof([.. padding, Nsec("x.example.", "example.", RecordType.A)]);

        Assert.Equal(expected, proof.ProveNoData(Name("x"), RecordType.Txt).Verdict);
    }

    private static DomainName Name(string relative) => DomainName.Parse(relative + ".example.");

    private static RRset Nsec(string owner, string next, params RecordType[] types) =>
        Sets.Of(owner, RecordType.Nsec, Rdata.Nsec(DomainName.Parse(next), types));

    private static SignedZone Zone(string apex, DenialStyle style) =>
        new ZoneSigner { Keys = [], Denial = style }.Sign(apex, new ZoneRecord(apex, RecordType.Soa, Rdata.Soa(1)));

    private static DenialProof Proof(params RRset[] records) => new(Sets.Zone, records, Validators.Work());
}

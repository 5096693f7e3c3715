using Dns;
using Dnssec;
using Dnssec.Denial;
using Resolver.LocalRoot;
using Xunit;

namespace Resolver.Tests.LocalRoot;

public sealed class VerifiedRootZoneTests
{
    private static readonly VerifiedRootZone Zone = RootZoneFiles.Inspect("none").Zone!;

    [Theory]
    [InlineData("amex.")]
    [InlineData("www.example.amex.")]
    [InlineData("AMEX.")]
    public void A_name_below_a_domain_is_referred_with_servers_keys_and_addresses(string name)
    {
        var answer = Zone.Answer(DomainName.Parse(name), RecordType.A);

        Assert.Equal(RootAnswerKind.Referral, answer.Kind);
        Assert.Equal("amex.", answer.NameServers.OwnerName.ToString());
        Assert.Equal(RecordType.Ds, answer.DelegationSigner.Type);
        Assert.Equal(1, answer.DelegationSigner.SignatureCount);
        Assert.Empty(answer.Proofs);
        Assert.InRange(answer.Glue.Count, answer.NameServers.Count, 2 * answer.NameServers.Count);
    }

    [Fact]
    public void A_referral_to_an_unsigned_domain_proves_that_it_is_unsigned()
    {
        var unsigned = Zone.ListDelegations()
            .First(name => Zone.Answer(name, RecordType.A).DelegationSigner.IsNone);

        var proofs = Zone.Answer(unsigned, RecordType.A).Proofs;

        Assert.Equal(
            DsAbsence.InsecureDelegation,
            new DenialProof(DomainName.Root, proofs, Work()).ProveNoDs(unsigned).Absence);
    }

    [Fact, Rfc(4035, "3.1.4.1")]
    public void The_DS_set_of_a_domain_is_answered_here()
    {
        var answer = Zone.Answer(DomainName.Parse("amex."), RecordType.Ds);

        Assert.Equal((RootAnswerKind.Data, RecordType.Ds), (answer.Kind, answer.Data.Type));
    }

    [Fact]
    public void The_absence_of_a_DS_set_is_proven()
    {
        var unsigned = Zone.ListDelegations()
            .First(name => Zone.Answer(name, RecordType.A).DelegationSigner.IsNone);

        var answer = Zone.Answer(unsigned, RecordType.Ds);

        Assert.Equal(RootAnswerKind.NoData, answer.Kind);
        Assert.Equal(
            DenialVerdict.Proven,
            new DenialProof(DomainName.Root, answer.Proofs, Work()).ProveNoData(unsigned, RecordType.Ds).Verdict);
    }

    [Theory]
    [InlineData("0.")]
    [InlineData("nosuch.")]
    [InlineData("deep.below.nosuch.")]
    [InlineData("zzzz.")]
    [InlineData("*.")]
    public void A_name_that_is_not_there_is_proven_not_to_be(string text)
    {
        var name = DomainName.Parse(text);

        var answer = Zone.Answer(name, RecordType.A);

        Assert.Equal(RootAnswerKind.NxDomain, answer.Kind);
        Assert.Equal(1, answer.Soa.SignatureCount);
        Assert.InRange(answer.Proofs.Count, 1, 2);
        Assert.Equal(
            DenialVerdict.Proven,
            new DenialProof(DomainName.Root, answer.Proofs, Work()).ProveNameError(name).Verdict);
    }

    [Theory]
    [InlineData(RecordType.Soa)]
    [InlineData(RecordType.Ns)]
    [InlineData(RecordType.Dnskey)]
    [InlineData(RecordType.Zonemd)]
    [InlineData(RecordType.Nsec)]
    public void The_roots_own_sets_are_answered_with_signatures(RecordType type)
    {
        var answer = Zone.Answer(DomainName.Root, type);

        Assert.Equal((RootAnswerKind.Data, type), (answer.Kind, answer.Data.Type));
        Assert.InRange(answer.Data.SignatureCount, 1, 2);
    }

    [Fact]
    public void Signatures_asked_for_by_type_are_records()
    {
        var answer = Zone.Answer(DomainName.Root, RecordType.Rrsig);

        Assert.Equal((RootAnswerKind.Data, RecordType.Rrsig), (answer.Kind, answer.Data.Type));
        Assert.InRange(answer.Data.Count, 5, 10);
    }

    [Theory]
    [InlineData(RecordType.A)]
    [InlineData(RecordType.Ds)]
    public void A_type_that_the_root_has_not_is_proven_not_to_be(RecordType type)
    {
        var answer = Zone.Answer(DomainName.Root, type);

        Assert.Equal(RootAnswerKind.NoData, answer.Kind);
        Assert.Equal(
            DenialVerdict.Proven,
            new DenialProof(DomainName.Root, answer.Proofs, Work()).ProveNoData(DomainName.Root, type).Verdict);
    }

    [Fact, Rfc(8482, "4.1")]
    public void ANY_at_the_root_is_answered_with_one_set() =>
        Assert.Equal(RecordType.Soa, Zone.Answer(DomainName.Root, RecordType.Any).Data.Type);

    private static WorkLimit Work() => new(WorkAllowance.Default);
}

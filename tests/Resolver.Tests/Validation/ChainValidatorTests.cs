using Dns;
using Dns.Edns;
using Dnssec;
using Resolver.Validation;
using Signing;
using Xunit;
using static Resolver.Tests.Validation.SignedTree;

namespace Resolver.Tests.Validation;

/// <summary>From the root's anchor to the answer, through zones signed here.</summary>
public sealed class ChainValidatorTests
{
    private static readonly ZoneSigner Root = ZoneSigner.Simple(1);
    private static readonly ZoneSigner Signed = ZoneSigner.Simple(2);
    private static readonly ZoneSigner Island = ZoneSigner.Simple(3);

    [Fact, Rfc(4035, "5")]
    public void Signed_data_with_a_chain_of_trust_is_secure()
    {
        using var tree = Tree();

        var verdict = tree.Validate("www.signed.", RecordType.A);

        Assert.Equal(SecurityStatus.Secure, verdict.Status);
        Assert.Equal(new Ttl(3600), verdict.MaxLifetime);
        Assert.NotNull(verdict.SignaturesEnd);
    }

    [Theory, Rfc(4035, "5.4")]
    [InlineData("nothing.signed.", RecordType.A)]
    [InlineData("www.signed.", RecordType.Txt)]
    [InlineData("ent.signed.", RecordType.A)]
    public void Denials_with_their_proof_are_secure(string name, RecordType type) 
    {
        using var tree = Tree();

        Assert.Equal(SecurityStatus.Secure, tree.Validate(name, type).Status);
    }

    [Fact, Rfc(4035, "5.2")]
    public void Data_below_a_delegation_without_ds_is_insecure() 
    {
        using var tree = Tree();

        Assert.Equal(SecurityStatus.Insecure, tree.Validate("www.unsigned.", RecordType.A).Status);
    }

    [Fact]
    public void A_signed_zone_that_no_ds_vouches_for_is_insecure() 
    {
        using var tree = Tree();

        Assert.Equal(SecurityStatus.Insecure, tree.Validate("www.island.", RecordType.A).Status);
    }

    [Fact]
    public void Data_whose_signatures_were_stripped_is_bogus()
    {
        using var tree = Tree();
        tree.Tamper = set => set.Type == RecordType.A ? Strip(set) : set;

        var verdict = tree.Validate("www.signed.", RecordType.A);

        Assert.Equal(SecurityStatus.Bogus, verdict.Status);
        Assert.Equal(ExtendedErrorCode.RrsigsMissing, verdict.Error!.Value.Code);
    }

    [Fact]
    public void Data_that_was_changed_is_bogus()
    {
        using var tree = Tree();
        tree.Tamper = set => set.Type == RecordType.A ? Change(set) : set;

        var verdict = tree.Validate("www.signed.", RecordType.A);

        Assert.Equal(SecurityStatus.Bogus, verdict.Status);
        Assert.Contains("signature wrong: www.signed.", verdict.Error!.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_without_proof_is_bogus()
    {
        using var tree = Tree();
        var response = tree.Answer(Name("nothing.signed."), RecordType.A);

        Assert.Equal(SecurityStatus.Bogus, tree.Validate(response with { Proofs = [], Soa = default }).Status);
        Assert.Equal(SecurityStatus.Bogus, tree.Validate(response with { Proofs = [] }).Status);
    }

    [Fact]
    public void A_denial_of_a_name_that_is_there_is_bogus()
    {
        using var tree = Tree();
        var response = tree.Answer(Name("www.signed."), RecordType.A);

        var lie = response with { Data = default, End = ResponseEnd.NxDomain };

        Assert.Equal(SecurityStatus.Bogus, tree.Validate(lie).Status);
    }

    [Fact]
    public void An_expired_key_set_makes_the_whole_zone_bogus()
    {
        var expired = new ZoneSigner { Keys = Signed.Keys, Window = Past() };
        using var tree = Tree(signed: expired);

        var verdict = tree.Validate("www.signed.", RecordType.A);

        Assert.Equal(SecurityStatus.Bogus, verdict.Status);
        Assert.Equal(ExtendedErrorCode.SignatureExpired, verdict.Error!.Value.Code);
    }

    [Fact]
    public void A_ds_set_that_no_key_matches_makes_the_zone_bogus()
    {
        using var tree = Tree(signed: ZoneSigner.Simple(9));

        Assert.Equal(SecurityStatus.Bogus, tree.Validate("www.signed.", RecordType.A).Status);
    }

    [Fact, Rfc(4035, "5.3.4")]
    public void Data_from_a_wildcard_is_secure_with_the_proof_and_bogus_without()
    {
        using var tree = Tree();
        var response = tree.Answer(Name("x.wild.signed."), RecordType.A) with
        {
            End = ResponseEnd.Data,
            Data = SignedZone(Signed).Expand("*.wild.signed.", "x.wild.signed.", RecordType.A),
        };

        var proven = tree.Validate(response);

        Assert.Equal(SecurityStatus.Secure, proven.Status);
        Assert.NotEqual(0, proven.Proofs.Count);
        Assert.Equal(SecurityStatus.Bogus, tree.Validate(response with { Proofs = [] }).Status);
    }

    [Fact, Rfc(7646, "2")]
    public void Below_a_negative_trust_anchor_nothing_is_validated_and_clients_are_told()
    {
        var anchor = new NegativeTrustAnchor(Name("signed."), "their DS is wrong", null);
        using var tree = Tree(
            signed: ZoneSigner.Simple(9),
            change: options => options with { NegativeAnchors = new NegativeTrustAnchors([anchor]) });

        var verdict = tree.Validate("www.signed.", RecordType.A);

        Assert.Equal(SecurityStatus.Insecure, verdict.Status);
        Assert.Equal(ExtendedErrorCode.NegativeTrustAnchor, verdict.Error!.Value.Code);
        Assert.Empty(tree.Fetched);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_negative_trust_anchor_ends_at_its_time(long secondsAfterEnd, bool isSecure)
    {
        var until = SignatureWindow.Noon.PlusSeconds(1 - secondsAfterEnd);
        var anchor = new NegativeTrustAnchor(Name("signed."), "for a while", until);
        using var tree = Tree(change: options => options with { NegativeAnchors = new NegativeTrustAnchors([anchor]) });

        Assert.Equal(!isSecure, tree.Validate("www.signed.", RecordType.A).Status == SecurityStatus.Secure);
    }

    [Fact]
    public void Bogus_data_is_served_and_counted_in_permissive_mode()
    {
        using var tree = Tree(
            signed: ZoneSigner.Simple(9), change: options => options with { BogusData = BogusData.Served });

        Assert.Equal(SecurityStatus.Indeterminate, tree.Validate("www.signed.", RecordType.A).Status);
    }

    [Fact]
    public void Without_an_anchor_above_nothing_is_known()
    {
        using var tree = Tree(change: options => options with { Anchors = Dnssec.Trust.TrustAnchorSet.Empty });

        Assert.Equal(SecurityStatus.Indeterminate, tree.Validate("www.signed.", RecordType.A).Status);
    }

    private static SignedTree Tree(
        ZoneSigner? signed = null, Func<ValidationOptions, ValidationOptions>? change = null) => new(
        Root,
        change,
        Root.Sign(".", Soa("."), Ns("."), Ns("signed."), Ds("signed.", Signed), Ns("unsigned."), Ns("island.")),
        SignedZone(signed ?? Signed),
        new ZoneSigner { Keys = [] }.Sign("unsigned.", Soa("unsigned."), Ns("unsigned."), A("www.unsigned.")),
        Island.Sign("island.", Soa("island."), Ns("island."), A("www.island.")));

    private static SignedZone SignedZone(ZoneSigner signer) => signer.Sign(
        "signed.", Soa("signed."), Ns("signed."), A("www.signed."), A("a.ent.signed."), A("*.wild.signed."));

    private static SignatureWindow Past() =>
        SignatureWindow.Around(SignatureWindow.Noon.PlusSeconds(-40 * 86_400), 86_400);

    private static RRset Strip(RRset set)
    {
        var builder = new RRsetBuilder(set.OwnerName, set.Type);
        foreach (var rdata in set.Records)
            builder.Add(rdata, set.Ttl);
        return builder.Build();
    }

    private static RRset Change(RRset set)
    {
        var builder = new RRsetBuilder(set.OwnerName, set.Type).Add(Rdata.Address("203.0.113.66"), set.Ttl);
        foreach (var rdata in set.Signatures)
            builder.AddSignature(rdata, set.Ttl);
        return builder.Build();
    }
}

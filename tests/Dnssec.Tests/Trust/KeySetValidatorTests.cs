using System.Security.Cryptography;
using Dns;
using Dnssec.Algorithms;
using Dnssec.Trust;
using Signing;

namespace Dnssec.Tests.Trust;

public sealed class KeySetValidatorTests
{
    private static readonly SigningKey Ksk =
        SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.KeySigning, 1);

    private static readonly SigningKey Zsk =
        SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.ZoneSigning, 2);

    private static readonly SigningKey Rsa = SigningKey.Create(SecurityAlgorithm.RsaSha256, KeyRole.KeySigning, 3);
    private static readonly SigningKey Alien = SigningKey.OfUnknownAlgorithm(200, KeyRole.KeySigning);

    [Theory]
    [InlineData(DigestType.Sha256)]
    [InlineData(DigestType.Sha384)]
    public void A_key_meant_by_a_DS_record_makes_the_whole_set_secure(DigestType digestType)
    {
        var result = ByDs(Ds(Ksk.Ds(Sets.Zone, digestType)), Signed([Ksk, Zsk], Ksk));

        Assert.Equal(SecurityStatus.Secure, result.Status);
        Assert.Equal(2, result.Keys!.Count);
    }

    [Fact, Rfc(4035, "5.2")]
    public void A_set_signed_by_other_keys_than_the_one_meant_is_bogus()
    {
        var result = ByDs(Ds(Ksk.Ds(Sets.Zone, DigestType.Sha256)), Signed([Ksk, Zsk], Zsk));

        Assert.Equal((SecurityStatus.Bogus, ValidationReason.DnskeyNotSignedByEntryPoint), Verdict(result));
    }

    [Fact]
    public void A_DS_record_that_means_no_key_makes_the_zone_bogus()
    {
        var result = ByDs(Ds(Rsa.Ds(Sets.Zone, DigestType.Sha256)), Signed([Ksk, Zsk], Ksk));

        Assert.Equal((SecurityStatus.Bogus, ValidationReason.NoKeyMatchesDs), Verdict(result));
    }

    [Fact]
    public void A_digest_made_for_another_zone_means_no_key()
    {
        var ds = Ds(Ksk.Ds(DomainName.Parse("other."), DigestType.Sha256));

        Assert.Equal(ValidationReason.NoKeyMatchesDs, ByDs(ds, Signed([Ksk], Ksk)).Reason);
    }

    [Fact]
    public void No_DNSKEY_records_where_there_are_DS_records_is_bogus() =>
        Assert.Equal(
            (SecurityStatus.Bogus, ValidationReason.DnskeyMissing),
            Verdict(ByDs(Ds(Ksk.Ds(Sets.Zone, DigestType.Sha256)), default)));

    [Fact, Rfc(4035, "5.2")]
    public void Only_unknown_algorithms_make_the_zone_insecure() =>
        Assert.Equal(
            (SecurityStatus.Insecure, ValidationReason.DsAlgorithmUnsupported),
            Verdict(ByDs(Ds(Alien.Ds(Sets.Zone, DigestType.Sha256)), Signed([Alien], Alien))));

    [Fact, Rfc(4035, "5.2")]
    public void Only_unknown_digests_make_the_zone_insecure() =>
        Assert.Equal(
            (SecurityStatus.Insecure, ValidationReason.DsDigestUnsupported),
            Verdict(ByDs(Ds(WithDigestType(Ksk, 99)), Signed([Ksk], Ksk))));

    [Fact, Rfc(6840, "5.11")]
    public void An_unknown_algorithm_beside_a_known_one_takes_nothing_away()
    {
        var ds = Ds(Alien.Ds(Sets.Zone, DigestType.Sha256), Ksk.Ds(Sets.Zone, DigestType.Sha256));

        var honest = ByDs(ds, Signed([Alien, Ksk], Alien, Ksk));
        var stripped = ByDs(ds, Signed([Alien, Ksk], Alien));
        var replaced = ByDs(ds, Signed([Alien], Alien));

        Assert.Equal(SecurityStatus.Secure, honest.Status);
        Assert.Equal((SecurityStatus.Bogus, ValidationReason.DnskeyNotSignedByEntryPoint), Verdict(stripped));
        Assert.Equal((SecurityStatus.Bogus, ValidationReason.NoKeyMatchesDs), Verdict(replaced));
    }

    [Fact, Rfc(6840, "5.11")]
    public void One_of_two_algorithms_is_enough()
    {
        var ds = Ds(Ksk.Ds(Sets.Zone, DigestType.Sha256), Rsa.Ds(Sets.Zone, DigestType.Sha256));

        Assert.Equal(SecurityStatus.Secure, ByDs(ds, Signed([Ksk, Rsa], Ksk)).Status);
        Assert.Equal(SecurityStatus.Secure, ByDs(ds, Signed([Ksk, Rsa], Rsa)).Status);
    }

    [Fact, Rfc(8901, "2.1")]
    public void One_of_several_signers_keys_is_enough_where_each_signer_has_a_DS_record()
    {
        var other = SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.KeySigning, 9);
        var ds = Ds(Ksk.Ds(Sets.Zone, DigestType.Sha256), other.Ds(Sets.Zone, DigestType.Sha256));

        Assert.Equal(SecurityStatus.Secure, ByDs(ds, Signed([Ksk, Zsk], Ksk)).Status);
        Assert.Equal(SecurityStatus.Secure, ByDs(ds, Signed([other, Zsk], other)).Status);
    }

    [Fact, Rfc(9905, "2")]
    public void Only_SHA1_digests_make_the_zone_insecure_unless_they_are_let_in()
    {
        var ds = Ds(Ksk.Ds(Sets.Zone, DigestType.Sha1));
        var keys = Signed([Ksk], Ksk);

        Assert.Equal(
            (SecurityStatus.Insecure, ValidationReason.DsDigestUnsupported), Verdict(ByDs(ds, keys)));
        Assert.Equal(
            SecurityStatus.Secure, ByDs(ds, keys, AlgorithmSet.Default.WithSha1Digests()).Status);
    }

    [Fact, Rfc(4509, "3")]
    public void SHA1_digests_are_ignored_beside_SHA256_even_if_they_are_let_in()
    {
        var ds = Ds(Ksk.Ds(Sets.Zone, DigestType.Sha1), Rsa.Ds(Sets.Zone, DigestType.Sha256));

        var result = ByDs(ds, Signed([Ksk], Ksk), AlgorithmSet.Default.WithSha1Digests());

        Assert.Equal((SecurityStatus.Bogus, ValidationReason.NoKeyMatchesDs), Verdict(result));
    }

    [Fact]
    public void An_algorithm_that_the_platform_lacks_makes_the_zone_insecure()
    {
        var key = SigningKey.Create(SecurityAlgorithm.Ed448, KeyRole.Combined, 1);
        var ds = Ds(key.Ds(Sets.Zone, DigestType.Sha256));
        var algorithms = AlgorithmSet.Default.WithUnavailable(SecurityAlgorithm.Ed448);

        Assert.Equal(SecurityStatus.Secure, ByDs(ds, Signed([key], key)).Status);
        Assert.Equal(
            (SecurityStatus.Insecure, ValidationReason.DsAlgorithmUnsupported),
            Verdict(ByDs(ds, Signed([key], key), algorithms)));
    }

    [Fact]
    public void A_revoked_key_is_no_way_in()
    {
        var revoked = Ksk.Revoked();
        var ds = Ds(revoked.Ds(Sets.Zone, DigestType.Sha256));

        var result = ByDs(ds, Signed([revoked], revoked));

        Assert.Equal((SecurityStatus.Bogus, ValidationReason.KeyRevoked), Verdict(result));
    }

    [Fact]
    public void A_key_without_the_zone_bit_is_no_way_in()
    {
        var key = Ksk.WithFlags(0x0001);
        var ds = Ds(key.Ds(Sets.Zone, DigestType.Sha256));

        Assert.Equal((SecurityStatus.Bogus, ValidationReason.KeyNotZoneKey), Verdict(ByDs(ds, Signed([key], key))));
    }

    [Theory]
    [InlineData(1016, SecurityStatus.Insecure)]
    [InlineData(1024, SecurityStatus.Secure)]
    public void A_zone_whose_only_key_is_too_short_is_insecure(int bits, SecurityStatus expected)
    {
        using var rsa = RSA.Create(bits);
        var key = SigningKey.FromRsa(SecurityAlgorithm.RsaSha256, KeyRole.Combined, rsa);

        Assert.Equal(expected, ByDs(Ds(key.Ds(Sets.Zone, DigestType.Sha256)), Signed([key], key)).Status);
    }

    [Fact]
    public void A_short_key_beside_a_long_one_takes_nothing_away()
    {
        using var rsa = RSA.Create(512);
        var small = SigningKey.FromRsa(SecurityAlgorithm.RsaSha256, KeyRole.Combined, rsa);
        var ds = Ds(small.Ds(Sets.Zone, DigestType.Sha256), Ksk.Ds(Sets.Zone, DigestType.Sha256));

        Assert.Equal(SecurityStatus.Secure, ByDs(ds, Signed([small, Ksk], Ksk)).Status);
        Assert.Equal(SecurityStatus.Bogus, ByDs(ds, Signed([small], small)).Status);
    }

    [Fact]
    public void Anchors_may_be_DS_or_DNSKEY_records_and_stand_anywhere()
    {
        var zone = DomainName.Parse("deep.example.");
        var byKey = new TrustAnchor(zone, default, Sets.Dnskeys("deep.example.", Ksk));
        var ds = Sets.Of("deep.example.", RecordType.Ds, Ksk.Ds(zone, DigestType.Sha256));
        var byDs = new TrustAnchor(zone, ds, default);
        var keys = Signed("deep.example.", [Ksk, Zsk], Ksk);

        Assert.Equal(SecurityStatus.Secure, ByAnchor(byKey, keys).Status);
        Assert.Equal(SecurityStatus.Secure, ByAnchor(byDs, keys).Status);
        Assert.Equal(
            SecurityStatus.Bogus, ByAnchor(byKey with { Dnskeys = Sets.Dnskeys("deep.example.", Rsa) }, keys).Status);
    }

    [Fact]
    public void Anchors_are_found_from_below_the_nearest_first()
    {
        var root = RootAnchors.BuiltIn;
        var keys = Sets.Dnskeys("island.example.", Ksk);
        var island = new TrustAnchor(keys.OwnerName, default, keys);

        var set = new TrustAnchorSet([root, island]);

        Assert.Same(island, set.FindClosest(DomainName.Parse("a.b.island.example.")));
        Assert.Same(island, set.FindClosest(island.Zone));
        Assert.Same(root, set.FindClosest(DomainName.Parse("example.")));
        Assert.Null(TrustAnchorSet.Empty.FindClosest(DomainName.Root));
    }

    private static byte[] WithDigestType(SigningKey key, byte type)
    {
        var ds = key.Ds(Sets.Zone, DigestType.Sha256);
        ds[3] = type;
        return ds;
    }

    private static (SecurityStatus, ValidationReason) Verdict(KeySetResult result) => (result.Status, result.Reason);

    private static RRset Ds(params byte[][] records) => Sets.Of("example.", RecordType.Ds, records);

    private static RRset Signed(SigningKey[] keys, params SigningKey[] signers) => Signed("example.", keys, signers);

    private static RRset Signed(string zone, SigningKey[] keys, params SigningKey[] signers)
    {
        var set = Sets.Dnskeys(zone, keys);
        return set.With(signers.Select(key => key.Sign(set, set.OwnerName, SignatureWindow.Usual)));
    }

    private static KeySetResult ByDs(RRset ds, RRset keys, AlgorithmSet? algorithms = null) =>
        Validators.KeySets(algorithms).ValidateByDs(ds, keys, SignatureWindow.Noon, Validators.Work());

    private static KeySetResult ByAnchor(TrustAnchor anchor, RRset keys) =>
        Validators.KeySets().ValidateByAnchor(anchor, keys, SignatureWindow.Noon, Validators.Work());
}

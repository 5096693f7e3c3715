using Dns;
using Dnssec.Algorithms;
using Dnssec.Signatures;
using Signing;

namespace Dnssec.Tests.Signatures;

public sealed class SignatureVerifierTests
{
    private static readonly SigningKey Key =
        SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.Combined, 1);

    private static readonly RRset Keys = Sets.Dnskeys("example.", Key);
    private static readonly UnixTime Noon = SignatureWindow.Noon;
    private static readonly SignatureWindow Window = SignatureWindow.Usual;

    [Theory]
    [InlineData(SecurityAlgorithm.RsaSha1)]
    [InlineData(SecurityAlgorithm.RsaSha1Nsec3Sha1)]
    [InlineData(SecurityAlgorithm.RsaSha256)]
    [InlineData(SecurityAlgorithm.RsaSha512)]
    [InlineData(SecurityAlgorithm.EcdsaP256Sha256)]
    [InlineData(SecurityAlgorithm.EcdsaP384Sha384)]
    [InlineData(SecurityAlgorithm.Ed25519)]
    [InlineData(SecurityAlgorithm.Ed448)]
    public void A_signature_of_every_algorithm_holds_until_a_bit_is_changed(SecurityAlgorithm algorithm)
    {
        var key = SigningKey.Create(algorithm, KeyRole.Combined, 7);
        var keys = Sets.Dnskeys("example.", key);
        var set = Signed(Sets.Address("www.example."), key);
        var last = set.Signatures.First()[^1];

        Assert.Equal(ValidationReason.None, Verify(set, keys).Reason);
        Assert.Equal(ValidationReason.SignatureWrong, Verify(set.SignatureOctet(-1, (byte)(last ^ 1)), keys).Reason);
        Assert.Equal(
            ValidationReason.SignatureWrong, Verify(set.Holding(Rdata.Address("192.0.2.2")), keys).Reason);
    }

    [Fact]
    public void A_set_without_signatures_is_told_apart() =>
        Assert.Equal(ValidationReason.SignatureMissing, Verify(Sets.Address("www.example."), Keys).Reason);

    [Fact]
    public void A_signature_that_cannot_be_read_is_told_apart() =>
        Assert.Equal(
            ValidationReason.SignatureMalformed, Verify(Sets.Address("www.example.").With([1, 2, 3]), Keys).Reason);

    [Fact, Rfc(4034, "6.2")]
    public void Case_of_owner_and_of_names_in_old_types_does_not_matter()
    {
        var set = Signed(Sets.Of("www.example.", RecordType.Mx, Rdata.Mx(1, "mail.example.")), Key);

        var recased = set.At("WWW.eXample.").Holding(Rdata.Mx(1, "MAIL.Example."));

        Assert.True(Verify(recased, Keys).IsValid);
    }

    [Fact, Rfc(4034, "6.3")]
    public void Order_of_records_does_not_matter_and_equal_ones_count_once()
    {
        var records = new[] { Rdata.Mx(2, "b.example."), Rdata.Mx(1, "a.example."), Rdata.Mx(10, "c.example.") };
        var set = Signed(Sets.Of("example.", RecordType.Mx, records), Key);

        var shuffled = set.Holding(records[1], records[2], records[0], Rdata.Mx(1, "A.example."));

        Assert.True(Verify(shuffled, Keys).IsValid);
    }

    [Fact, Rfc(4035, "5.3.1")]
    public void A_signature_for_another_type_does_not_count()
    {
        var signature = Key.Sign(Sets.Of("www.example.", RecordType.Txt, Rdata.Text("x")), Sets.Zone, Window);

        Assert.Equal(
            ValidationReason.TypeCoveredMismatch, Verify(Sets.Address("www.example.").With(signature), Keys).Reason);
    }

    [Theory, Rfc(4035, "5.3.1")]
    [InlineData("www.example.", "other.")]
    [InlineData("www.example.", "www.example.")]
    public void A_signer_other_than_the_zone_does_not_count(string owner, string signer)
    {
        var set = Sets.Address(owner);

        var signed = set.With(Key.Sign(set, DomainName.Parse(signer), Window));

        Assert.Equal(ValidationReason.SignerMismatch, Verify(signed, Keys).Reason);
    }

    [Fact, Rfc(4035, "5.3.1")]
    public void A_zone_signs_nothing_outside_itself()
    {
        var set = Signed(Sets.Address("www.victim."), Key);

        Assert.Equal(ValidationReason.SignerMismatch, Verify(set, Keys).Reason);
    }

    [Fact, Rfc(4035, "5.2")]
    public void A_DS_record_is_signed_by_the_parent_and_not_by_the_child()
    {
        var ds = Sets.Of("example.", RecordType.Ds, Key.Ds(Sets.Zone, DigestType.Sha256));

        Assert.Equal(ValidationReason.SignerMismatch, Verify(Signed(ds, Key), Keys).Reason);
    }

    [Fact, Rfc(4035, "5.3.1")]
    public void More_labels_than_the_owner_has_are_refused()
    {
        var set = Sets.Address("www.example.");

        var signed = set.With(Key.Sign(set, Sets.Zone, Window, labels: 3));

        Assert.Equal(ValidationReason.LabelsTooMany, Verify(signed, Keys).Reason);
    }

    [Fact, Rfc(4035, "5.3.1")]
    public void Fewer_labels_than_the_signer_has_are_refused()
    {
        var zone = DomainName.Parse("evil.example.");
        var keys = Sets.Dnskeys("evil.example.", Key);
        var set = Sets.Address("www.evil.example.");

        var lowest = Verify(set.With(Key.Sign(set, zone, Window, labels: 2)), keys);
        var tooLow = Verify(set.With(Key.Sign(set, zone, Window, labels: 1)), keys);

        Assert.True(lowest.IsValid);
        Assert.Equal(ValidationReason.LabelsTooFew, tooLow.Reason);
    }

    [Fact, Rfc(4035, "5.3.2")]
    public void A_set_made_from_a_wildcard_says_where_the_wildcard_stands()
    {
        var set = Signed(Sets.Address("*.w.example."), Key);

        Assert.Equal(2, Verify(set.At("a.b.w.example."), Keys).ClosestEncloserLabels);
        Assert.Null(Verify(set, Keys).ClosestEncloserLabels);
    }

    [Theory, Rfc(4592, "4.7")]
    [InlineData(RecordType.Nsec)]
    [InlineData(RecordType.Nsec3)]
    public void A_proof_made_from_a_wildcard_is_refused(RecordType type)
    {
        var set = Signed(Sets.Of("*.example.", type, Rdata.Nsec(Sets.Zone, RecordType.A)), Key);

        Assert.True(Verify(set, Keys).IsValid);
        Assert.Equal(ValidationReason.DenialFromWildcard, Verify(set.At("a.example."), Keys).Reason);
    }

    [Theory, Rfc(4034, "3.1.5")]
    [InlineData(300, ValidationReason.None)]
    [InlineData(301, ValidationReason.SignatureExpired)]
    public void A_signature_ends_when_it_says_but_for_clock_skew(int secondsLate, ValidationReason expected)
    {
        var now = Window.Expiration.PlusSeconds(secondsLate);

        Assert.Equal(expected, Validators.Verify(Signed(Sets.Address("www.example."), Key), Keys, now).Reason);
    }

    [Theory, Rfc(4034, "3.1.5")]
    [InlineData(300, ValidationReason.None)]
    [InlineData(301, ValidationReason.SignatureNotYetValid)]
    public void A_signature_begins_when_it_says_but_for_clock_skew(int secondsEarly, ValidationReason expected)
    {
        var now = Window.Inception.PlusSeconds(-secondsEarly);

        Assert.Equal(expected, Validators.Verify(Signed(Sets.Address("www.example."), Key), Keys, now).Reason);
    }

    [Fact, Rfc(4034, "3.1.5")]
    public void A_signature_that_ends_before_it_begins_is_told_apart()
    {
        var set = Sets.Address("www.example.");

        var signed = set.With(Key.Sign(set, Sets.Zone, new(Window.Expiration, Window.Inception)));

        Assert.Equal(ValidationReason.ExpirationBeforeInception, Verify(signed, Keys).Reason);
    }

    [Fact, Rfc(1982, "3.2")]
    public void Times_pass_the_end_of_32_bits()
    {
        var wrap = UnixTime.FromSeconds(1L << 32);
        var set = Sets.Address("www.example.");

        var signed = set.With(Key.Sign(set, Sets.Zone, SignatureWindow.Around(wrap, 86_400)));

        Assert.True(Validators.Verify(signed, Keys, wrap.PlusSeconds(3600)).IsValid);
        Assert.True(Validators.Verify(signed, Keys, wrap.PlusSeconds(-3600)).IsValid);
        Assert.False(Validators.Verify(signed, Keys, wrap.PlusSeconds(90_000)).IsValid);
    }

    [Fact, Rfc(4035, "5.3.3")]
    public void The_lifetime_is_the_least_of_TTL_original_TTL_and_what_is_left_of_the_signature()
    {
        var set = Signed(Sets.Address("www.example."), Key);

        Assert.Equal(new Ttl(3600), Verify(set.WithTtl(new(90_000)), Keys).Ttl);
        Assert.Equal(new Ttl(60), Verify(set.WithTtl(new(60)), Keys).Ttl);
        Assert.Equal(new Ttl(10), Validators.Verify(set, Keys, Window.Expiration.PlusSeconds(-10)).Ttl);
        Assert.Equal(new Ttl(0), Validators.Verify(set, Keys, Window.Expiration.PlusSeconds(10)).Ttl);
    }

    [Fact]
    public void A_key_that_is_not_there_is_told_apart()
    {
        var other = SigningKey.Create(SecurityAlgorithm.EcdsaP256Sha256, KeyRole.Combined, 2);

        Assert.Equal(
            ValidationReason.KeyMissing, Verify(Signed(Sets.Address("www.example."), other), Keys).Reason);
    }

    [Theory]
    [InlineData(0x0000, 3, ValidationReason.KeyNotZoneKey)]
    [InlineData(0x0001, 3, ValidationReason.KeyNotZoneKey)]
    [InlineData(0x0180, 3, ValidationReason.KeyRevoked)]
    [InlineData(0x0100, 4, ValidationReason.KeyProtocolWrong)]
    [InlineData(0x0100, 3, ValidationReason.None)]
    [Rfc(4034, "2.1.1"), Rfc(4034, "2.1.2"), Rfc(5011, "2.1")]
    public void Keys_that_must_not_sign_data_do_not_count(ushort flags, byte protocol, ValidationReason expected)
    {
        var key = Key.WithFlags(flags).WithProtocol(protocol);

        var reason = Verify(Signed(Sets.Address("www.example."), key), Sets.Dnskeys("example.", key)).Reason;

        Assert.Equal(expected, reason);
    }

    [Fact, Rfc(6840, "5.11")]
    public void One_signature_that_holds_is_enough_whatever_the_others_are()
    {
        var set = Sets.Address("www.example.");
        var good = Key.Sign(set, Sets.Zone, Window);
        var expired = Key.Sign(set, Sets.Zone, SignatureWindow.Around(Noon.PlusSeconds(-1_000_000), 10));
        var unknown = SigningKey.OfUnknownAlgorithm(200, KeyRole.Combined).Sign(set, Sets.Zone, Window);

        Assert.True(Verify(set.With([9], unknown, expired, good), Keys).IsValid);
    }

    [Fact]
    public void Of_several_failures_the_one_nearest_to_success_is_told()
    {
        var set = Sets.Address("www.example.");
        var expired = Key.Sign(set, Sets.Zone, SignatureWindow.Around(Noon.PlusSeconds(-1_000_000), 10));
        var unknown = SigningKey.OfUnknownAlgorithm(200, KeyRole.Combined).Sign(set, Sets.Zone, Window);

        var result = Verify(set.With([9], expired, unknown), Keys);

        Assert.Equal(ValidationReason.SignatureExpired, result.Reason);
        Assert.Equal(Key.Tag, result.KeyTag);
    }

    [Theory, Rfc(9905, "2")]
    [InlineData(SecurityAlgorithm.RsaSha1)]
    [InlineData(SecurityAlgorithm.RsaSha1Nsec3Sha1)]
    [InlineData((SecurityAlgorithm)12)]
    [InlineData((SecurityAlgorithm)200)]
    public void Algorithms_that_do_not_count_are_told_apart(SecurityAlgorithm algorithm)
    {
        var key = SigningKey.OfUnknownAlgorithm((byte)algorithm, KeyRole.Combined);
        var set = Signed(Sets.Address("www.example."), key);

        var result = Validators.Verifier().Verify(
            set, ZoneKeys.FromValidated(Sets.Dnskeys("example.", key)), Noon, Validators.Work());

        Assert.Equal(ValidationReason.AlgorithmUnsupported, result.Reason);
    }

    private static SignatureResult Verify(RRset set, RRset keys) => Validators.Verify(set, keys, Noon);

    private static RRset Signed(RRset set, SigningKey key) => set.With(key.Sign(set, Sets.Zone, Window));
}

using Dns;
using Dnssec.Zones;
using Signing;

namespace Dnssec.Tests.Zones;

public sealed class ZoneVerifierTests
{
    private static readonly ZoneSigner Signer = ZoneSigner.Simple();

    private static readonly SignedZone Signed = Signer.Sign(
        "example.",
        new ZoneRecord("example.", RecordType.Soa, Rdata.Soa(7)),
        new ZoneRecord("example.", RecordType.Ns, Rdata.Name("ns.example.")),
        new ZoneRecord("ns.example.", RecordType.A, Rdata.Address("192.0.2.53")),
        new ZoneRecord("a.b.example.", RecordType.A, Rdata.Address("192.0.2.1")),
        new ZoneRecord("cut.example.", RecordType.Ns, Rdata.Name("ns.cut.example.")),
        new ZoneRecord("cut.example.", RecordType.A, Rdata.Address("192.0.2.3")),
        new ZoneRecord("ns.cut.example.", RecordType.A, Rdata.Address("192.0.2.2")),
        new ZoneRecord("safe.example.", RecordType.Ns, Rdata.Name("ns.cut.example.")),
        new ZoneRecord("safe.example.", RecordType.Ds, [0, 1, 13, 2, 9, 9]));

    [Fact]
    public void A_zone_as_it_was_signed_is_good()
    {
        var result = Verify(Signed.Sets);

        Assert.True(result.IsGood, result.ToString());
        Assert.Equal(SignatureWindow.Usual.Expiration, result.EarliestExpiration);
    }

    [Theory]
    [InlineData("example.", RecordType.Dnskey, ZoneFault.KeysNotTrusted)]
    [InlineData("ns.example.", RecordType.Nsec, ZoneFault.ProofMissing)]
    [InlineData("safe.example.", RecordType.Nsec, ZoneFault.ProofMissing)]
    [InlineData("safe.example.", RecordType.Ds, ZoneFault.ProofOfOtherTypes)]
    [InlineData("cut.example.", RecordType.Ns, ZoneFault.SignatureFails)]
    [InlineData("ns.example.", RecordType.A, ZoneFault.ProofOfOtherTypes)]
    public void A_zone_that_lacks_a_set_is_not(string owner, RecordType type, ZoneFault expected)
    {
        var sets = Signed.Sets.Where(set => !(set.OwnerName.Equals(DomainName.Parse(owner)) && set.Type == type));

        Assert.Equal(expected, Verify(sets).Fault);
    }

    [Fact]
    public void A_zone_that_lacks_a_name_is_not_good()
    {
        var sets = Signed.Sets.Where(set => !set.OwnerName.Equals(DomainName.Parse("a.b.example.")));

        Assert.Equal(ZoneFault.ProofChainBroken, Verify(sets).Fault);
    }

    [Fact]
    public void A_zone_that_lacks_its_last_name_is_not_good()
    {
        var sets = Signed.Sets.Where(set => !set.OwnerName.Equals(DomainName.Parse("safe.example.")));

        Assert.Equal(ZoneFault.ProofChainBroken, Verify(sets).Fault);
    }

    [Fact]
    public void A_name_that_nobody_signed_is_found()
    {
        var sets = Signed.Sets.Append(Sets.Address("more.example."));

        var result = Verify(sets);

        Assert.Equal((ZoneFault.SignatureFails, "more.example."), (result.Fault, result.Owner.ToString()));
    }

    [Fact]
    public void Glue_needs_no_signature_and_proves_nothing()
    {
        var sets = Signed.Sets.Append(Sets.Address("other.cut.example."));

        Assert.True(Verify(sets).IsGood);
    }

    [Fact]
    public void One_signature_that_ends_early_sets_the_end_of_all()
    {
        var early = SignatureWindow.Noon.PlusSeconds(3600);
        var signer = new ZoneSigner { Keys = Signer.Keys, Window = new(SignatureWindow.Usual.Inception, early) };
        var sets = Signed.Sets.Select(set =>
            set.Type == RecordType.Ds ? signer.SignSet(set, Sets.Zone) : set);

        Assert.Equal(early, Verify(sets).EarliestExpiration);
    }

    [Fact]
    public void A_signature_that_has_ended_is_found()
    {
        var signer = new ZoneSigner
        {
            Keys = Signer.Keys,
            Window = SignatureWindow.Around(SignatureWindow.Noon.PlusSeconds(-100_000), 60),
        };
        var sets = Signed.Sets.Select(set =>
            set.Type == RecordType.Ds ? signer.SignSet(set, Sets.Zone) : set);

        var result = Verify(sets);

        Assert.Equal((ZoneFault.SignatureFails, ValidationReason.SignatureExpired), (result.Fault, result.Reason));
    }

    internal static ZoneImage Image(IEnumerable<RRset> sets)
    {
        var builder = new ZoneImageBuilder(Sets.Zone);
        foreach (var set in sets)
        {
            foreach (var rdata in set.Records)
                builder.TryAdd(set.Owner, set.Type, set.Class, set.Ttl, rdata);
            foreach (var rdata in set.Signatures)
                builder.TryAdd(set.Owner, RecordType.Rrsig, set.Class, set.Ttl, rdata);
        }
        return builder.Build();
    }

    private static ZoneVerification Verify(IEnumerable<RRset> sets)
    {
        var anchor = new Dnssec.Trust.TrustAnchor(Sets.Zone, default, Sets.Dnskeys("example.", Signer.Keys[0]));
        return ZoneFiles.Verify(Image(sets), anchor, SignatureWindow.Noon);
    }
}

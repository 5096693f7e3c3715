using Dns;
using Dnssec.Zones;

namespace Dnssec.Tests.Zones;

/// <summary>Zones signed by other programs, with every algorithm and every kind of proof.</summary>
public sealed class SignedZoneFileTests
{
    private static readonly UnixTime In2026 = UnixTime.FromSeconds(1_780_000_000);

    public static TheoryData<string> Names =>
    [
        "alg5", "alg7", "alg8", "alg8-1024", "alg8-4096", "alg10", "alg13", "alg14", "alg15", "alg16",
        "alg13-nsec3", "alg13-nsec3-51", "alg13-nsec3-150", "alg13-nsec3-optout", "alg13-nsec3-salt",
    ];

    [Theory, MemberData(nameof(Names))]
    public void Every_signature_of_the_zone_holds(string name)
    {
        var zone = Read(name);

        var result = ZoneFiles.Verify(zone, Anchor(name), In2026, Validators.AllAlgorithms);

        Assert.True(result.IsGood, result.ToString());
        Assert.InRange(result.SignedSets, 20, 1000);
        Assert.Equal(UnixTime.FromSeconds(2_051_222_400), result.EarliestExpiration);
    }

    [Theory, Rfc(9905, "2")]
    [InlineData("alg5")]
    [InlineData("alg7")]
    public void With_SHA1_signatures_the_zone_counts_as_unsigned(string name)
    {
        var result = ZoneFiles.Verify(Read(name), Anchor(name), In2026);

        Assert.Equal(ZoneFault.KeysNotTrusted, result.Fault);
        Assert.Equal(ValidationReason.DsAlgorithmUnsupported, result.Reason);
    }

    [Theory]
    [InlineData("192.0.2.80", "192.0.2.81", ZoneFault.SignatureFails)]
    [InlineData("IN NSEC\t", "IN TYPE65281\t\\# 1 00 ;", ZoneFault.SignatureFails)]
    [InlineData("20350101000000", "20260101000000", ZoneFault.KeysNotTrusted)]
    public void A_changed_record_is_found(string good, string bad, ZoneFault expected)
    {
        var text = TestData.Text("algs/alg13.zone");

        var changed = text.Replace(good, bad, StringComparison.Ordinal);
        var result = ZoneFiles.Verify(ZoneFiles.Parse(changed, "alg13.test."), Anchor("alg13"), In2026);

        Assert.NotEqual(text, changed);
        Assert.Equal(expected, result.Fault);
    }

    private static ZoneImage Read(string name) => ZoneFiles.Read($"algs/{name}.zone", $"{name}.test.");

    private static Dnssec.Trust.TrustAnchor Anchor(string name) =>
        ZoneFiles.Anchor(TestData.Text($"algs/{name}.ds"));
}

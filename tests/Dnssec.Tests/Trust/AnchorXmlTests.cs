using Dns;
using Dnssec.Trust;

namespace Dnssec.Tests.Trust;

public sealed class AnchorXmlTests
{
    private static readonly UnixTime In2018 = UnixTime.FromSeconds(1_530_000_000);
    private static readonly UnixTime In2026 = UnixTime.FromSeconds(1_780_000_000);

    [Fact, Rfc(9718, "2.1.1")]
    public void Digests_count_while_they_are_valid()
    {
        Assert.True(AnchorXml.TryRead(Document(), In2018, out var early, out _));
        Assert.True(AnchorXml.TryRead(Document(), In2026, out var late, out _));

        Assert.Equal(2, early!.Count);
        Assert.True(late!.Ds.HasSameRecords(RootAnchors.BuiltIn.Ds));
    }

    [Theory]
    [InlineData("<Zone>.</Zone>", "")]
    [InlineData("<Zone>.</Zone>", "<Zone>a..b</Zone>")]
    [InlineData("<KeyTag>20326</KeyTag>", "<KeyTag>70000</KeyTag>")]
    [InlineData("<KeyTag>20326</KeyTag>", "<KeyTag>20327</KeyTag>")]
    [InlineData("<Digest>E0", "<Digest>E1")]
    [InlineData("<Digest>E0", "<Digest>E")]
    [InlineData("<PublicKey>AwEAAaz/", "<PublicKey>AwEAAaz+")]
    [InlineData("validFrom=\"2017-02-02T00:00:00+00:00\"", "")]
    [InlineData("validFrom=\"2017-02-02T00:00:00+00:00\"", "validFrom=\"soon\"")]
    [InlineData("</TrustAnchor>", "")]
    [InlineData("<TrustAnchor", "<!DOCTYPE a [<!ENTITY b \"c\">]><TrustAnchor")]
    public void A_document_with_a_fault_is_refused_whole(string good, string bad)
    {
        var document = Document().Replace(good, bad, StringComparison.Ordinal);

        Assert.NotEqual(Document(), document);
        Assert.False(AnchorXml.TryRead(document, In2026, out var anchor, out var problem));
        Assert.Null(anchor);
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void A_document_without_a_valid_digest_is_refused() =>
        Assert.False(AnchorXml.TryRead(Document(), UnixTime.FromSeconds(0), out _, out _));

    [Fact]
    public void Length_is_limited()
    {
        var longest = Document() + new string(' ', AnchorXml.MaxLength - Document().Length);

        Assert.True(AnchorXml.TryRead(longest, In2026, out _, out _));
        Assert.False(AnchorXml.TryRead(longest + " ", In2026, out _, out _));
    }

    private static string Document()
    {
        var key = TestData.Lines("anchors/root.key")[0].Split(' ')[6];
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <TrustAnchor id="x" source="http://data.example/root-anchors.xml">
              <Zone>.</Zone>
              <KeyDigest id="a" validFrom="2010-07-15T00:00:00+00:00" validUntil="2019-01-11T00:00:00+00:00">
                <KeyTag>19036</KeyTag><Algorithm>8</Algorithm><DigestType>2</DigestType>
                <Digest>49AAC11D7B6F6446702E54A1607371607A1A41855200FD2CE1CDDE32F24E8FB5</Digest>
              </KeyDigest>
              <KeyDigest id="b" validFrom="2017-02-02T00:00:00+00:00">
                <KeyTag>20326</KeyTag><Algorithm>8</Algorithm><DigestType>2</DigestType>
                <Digest>E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D</Digest>
                <PublicKey>{key}</PublicKey>
                <Flags>257</Flags>
              </KeyDigest>
              <KeyDigest id="c" validFrom="2024-07-18T00:00:00+00:00">
                <KeyTag>38696</KeyTag><Algorithm>8</Algorithm><DigestType>2</DigestType>
                <Digest>683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16</Digest>
              </KeyDigest>
            </TrustAnchor>
            """;
    }
}

using Dnssec.Algorithms;
using Signing;

namespace Dnssec.Tests.Algorithms;

public sealed class PublicKeyTests
{
    private static readonly byte[] Modulus = [0xc0, .. new byte[126], 0x01];

    [Theory, Rfc(3110, "2")]
    [InlineData(128, KeyFailure.None)]
    [InlineData(127, KeyFailure.SizeUnsupported)]
    [InlineData(512, KeyFailure.None)]
    [InlineData(513, KeyFailure.SizeUnsupported)]
    public void RSA_moduli_have_1024_to_4096_bits(int octets, KeyFailure expected) =>
        Assert.Equal(expected, Parse([3, 1, 0, 1, 0xc0, .. new byte[octets - 2], 0x01]));

    [Theory]
    [InlineData(new byte[] { 1 }, KeyFailure.ExponentUnsupported)]
    [InlineData(new byte[] { 3 }, KeyFailure.None)]
    [InlineData(new byte[] { 4 }, KeyFailure.ExponentUnsupported)]
    [InlineData(new byte[] { 1, 0, 0, 0, 1 }, KeyFailure.None)]
    [InlineData(new byte[] { 3, 0, 0, 0, 1 }, KeyFailure.ExponentUnsupported)]
    [InlineData(new byte[] { 0, 0, 0, 1, 0, 1 }, KeyFailure.None)]
    public void RSA_exponents_are_odd_and_have_33_bits_at_most(byte[] exponent, KeyFailure expected) =>
        Assert.Equal(expected, Parse([(byte)exponent.Length, .. exponent, .. Modulus]));

    [Fact, Rfc(3110, "2")]
    public void A_long_exponent_has_a_long_length()
    {
        Assert.Equal(KeyFailure.None, Parse([0, 0, 3, 1, 0, 1, .. Modulus]));
        Assert.Equal(KeyFailure.ExponentUnsupported, Parse([0, 1, 44, 1, .. new byte[298], 1, .. Modulus]));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 3, 1, 0 })]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0 })]
    [InlineData(new byte[] { 0, 255, 255, 1 })]
    [InlineData(new byte[] { 3, 1, 0, 1 })]
    [InlineData(new byte[] { 3, 0, 0, 0, 1 })]
    [InlineData(new byte[] { 1, 3, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 3, 2 })]
    public void What_is_no_RSA_key_is_refused(byte[] octets) => Assert.Equal(KeyFailure.Malformed, Parse(octets));

    [Theory, Rfc(6605, "4"), Rfc(8080, "3")]
    [InlineData(SecurityAlgorithm.EcdsaP256Sha256, 64)]
    [InlineData(SecurityAlgorithm.EcdsaP384Sha384, 96)]
    [InlineData(SecurityAlgorithm.Ed25519, 32)]
    [InlineData(SecurityAlgorithm.Ed448, 57)]
    public void Keys_on_curves_have_one_length(SecurityAlgorithm algorithm, int length)
    {
        var octets = SigningKey.Create(algorithm, KeyRole.Combined, 1).Dnskey[4..];

        Assert.Equal(length, octets.Length);
        Assert.Equal(KeyFailure.None, Parse(octets, algorithm));
        Assert.Equal(KeyFailure.Malformed, Parse(octets[1..], algorithm));
        Assert.Equal(KeyFailure.Malformed, Parse([.. octets, 0], algorithm));
    }

    [Theory]
    [InlineData(SecurityAlgorithm.EcdsaP256Sha256)]
    [InlineData(SecurityAlgorithm.EcdsaP384Sha384)]
    public void A_point_off_the_curve_is_refused(SecurityAlgorithm algorithm)
    {
        var octets = SigningKey.Create(algorithm, KeyRole.Combined, 1).Dnskey[4..];
        octets[^1] ^= 1;

        Assert.Equal(KeyFailure.Malformed, Parse(octets, algorithm));
        Assert.Equal(KeyFailure.Malformed, Parse(new byte[octets.Length], algorithm));
        Assert.Equal(KeyFailure.Malformed, Parse([.. Enumerable.Repeat((byte)0xff, octets.Length)], algorithm));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(17)]
    [InlineData(253)]
    public void Algorithms_without_an_implementation_are_told_apart(byte algorithm) =>
        Assert.Equal(KeyFailure.AlgorithmUnsupported, Parse(new byte[64], (SecurityAlgorithm)algorithm));

    [Theory]
    [InlineData(SecurityAlgorithm.RsaSha256)]
    [InlineData(SecurityAlgorithm.EcdsaP256Sha256)]
    [InlineData(SecurityAlgorithm.Ed25519)]
    [InlineData(SecurityAlgorithm.Ed448)]
    public void Signatures_of_another_length_never_hold(SecurityAlgorithm algorithm)
    {
        var octets = SigningKey.Create(algorithm, KeyRole.Combined, 1).Dnskey[4..];
        PublicKey.TryParse(algorithm, octets, KeyLimits.Default, out var key);

        for (var length = 0; length < 300; length++)
            Assert.False(key!.Verify("data"u8, new byte[length]));
    }

    [Fact]
    public void The_platform_can_do_everything_that_is_asked_of_it_here()
    {
        SecurityAlgorithm[] all =
        [
            SecurityAlgorithm.RsaSha256, SecurityAlgorithm.RsaSha512, SecurityAlgorithm.EcdsaP256Sha256,
            SecurityAlgorithm.EcdsaP384Sha384, SecurityAlgorithm.Ed25519, SecurityAlgorithm.Ed448,
        ];

        Assert.All(all, algorithm => Assert.Equal(AlgorithmStanding.Accepted, AlgorithmSet.Default.Judge(algorithm)));
    }

    [Theory, Rfc(9905, "2")]
    [InlineData(SecurityAlgorithm.RsaSha1, AlgorithmStanding.Retired)]
    [InlineData(SecurityAlgorithm.RsaSha1Nsec3Sha1, AlgorithmStanding.Retired)]
    [InlineData(SecurityAlgorithm.EccGost, AlgorithmStanding.Retired)]
    [InlineData((SecurityAlgorithm)17, AlgorithmStanding.Unknown)]
    [InlineData((SecurityAlgorithm)253, AlgorithmStanding.Unknown)]
    public void What_does_not_count_says_why(SecurityAlgorithm algorithm, AlgorithmStanding expected) =>
        Assert.Equal(expected, AlgorithmSet.Default.Judge(algorithm));

    [Fact]
    public void Algorithms_can_be_switched_on_and_off()
    {
        Assert.True(AlgorithmSet.Default.WithSha1Signatures().Accepts(SecurityAlgorithm.RsaSha1));
        Assert.False(AlgorithmSet.Default.WithSha1Signatures().Accepts(DigestType.Sha1));
        Assert.True(AlgorithmSet.Default.WithSha1Digests().Accepts(DigestType.Sha1));
        Assert.Equal(
            AlgorithmStanding.Retired,
            AlgorithmSet.Default.Without(SecurityAlgorithm.Ed448).Judge(SecurityAlgorithm.Ed448));
        Assert.Equal(
            AlgorithmStanding.Unavailable,
            AlgorithmSet.Default.WithUnavailable(SecurityAlgorithm.Ed448).Judge(SecurityAlgorithm.Ed448));
    }

    private static KeyFailure Parse(byte[] octets, SecurityAlgorithm algorithm = SecurityAlgorithm.RsaSha256)
    {
        var failure = PublicKey.TryParse(algorithm, octets, KeyLimits.Default, out var key);
        key?.Dispose();
        return failure;
    }
}

using System.Security.Cryptography;

namespace Dnssec.Algorithms;

/// <summary>ECDSA keys on P-256 and P-384 (RFC 6605 §4): a point's coordinates, x before y, no prefix.</summary>
internal sealed class EcdsaKey : PublicKey
{
    private readonly ECDsa _ecdsa;
    private readonly HashAlgorithmName _hash;
    private readonly int _signatureLength;

    private EcdsaKey(SecurityAlgorithm algorithm, ECParameters parameters) : base(algorithm)
    {
        _ecdsa = ECDsa.Create(parameters);
        _signatureLength = 2 * parameters.Q.X!.Length;
        _hash = algorithm == SecurityAlgorithm.EcdsaP256Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;
    }

    /// <summary>Takes the Public Key field.</summary>
    public static KeyFailure TryImport(SecurityAlgorithm algorithm, ReadOnlySpan<byte> octets, out PublicKey? key)
    {
        key = null;
        var isP256 = algorithm == SecurityAlgorithm.EcdsaP256Sha256;
        var coordinate = isP256 ? 32 : 48;
        if (octets.Length != 2 * coordinate)
            return KeyFailure.Malformed;
        var x = octets[..coordinate];
        var y = octets[coordinate..];
        // The library throws for a point that is not on the curve, so that is found out here.
        if (!(isP256 ? NistCurve.P256 : NistCurve.P384).Contains(x, y))
            return KeyFailure.Malformed;
        key = new EcdsaKey(algorithm, new()
        {
            Curve = isP256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384,
            Q = new() { X = x.ToArray(), Y = y.ToArray() },
        });
        return KeyFailure.None;
    }

    /// <inheritdoc/>
    public override bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == _signatureLength
        && _ecdsa.VerifyData(data, signature, _hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <inheritdoc/>
    public override void Dispose() => _ecdsa.Dispose();
}

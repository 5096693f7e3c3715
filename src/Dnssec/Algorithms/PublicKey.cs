using System.Diagnostics.CodeAnalysis;

namespace Dnssec.Algorithms;

/// <summary>
/// The public key of a DNSKEY record in the form that the cryptography library wants. Making one costs more than a
/// verification with some algorithms, so keep it (<see cref="KeyCache"/>).
/// </summary>
public abstract class PublicKey : IDisposable
{
    private protected PublicKey(SecurityAlgorithm algorithm) => Algorithm = algorithm;

    /// <summary>The algorithm the key is for.</summary>
    public SecurityAlgorithm Algorithm { get; }

    /// <summary>Takes the Public Key field of a DNSKEY record (RFC 4034 §2.1.4).</summary>
    public static KeyFailure TryParse(
        SecurityAlgorithm algorithm, ReadOnlySpan<byte> octets, KeyLimits limits, out PublicKey? key)
    {
        key = null;
        switch (algorithm)
        {
            case SecurityAlgorithm.RsaSha1:
            case SecurityAlgorithm.RsaSha1Nsec3Sha1:
            case SecurityAlgorithm.RsaSha256:
            case SecurityAlgorithm.RsaSha512:
                return RsaKey.TryImport(algorithm, octets, limits, out key);
            case SecurityAlgorithm.EcdsaP256Sha256:
            case SecurityAlgorithm.EcdsaP384Sha384:
                return EcdsaKey.TryImport(algorithm, octets, out key);
            case SecurityAlgorithm.Ed25519:
            case SecurityAlgorithm.Ed448:
                return EdwardsKey.TryImport(algorithm, octets, out key);
            default:
                return KeyFailure.AlgorithmUnsupported;
        }
    }

    /// <summary>True if the signature is one that the owner of the key made over exactly this data.</summary>
    public abstract bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <inheritdoc/>
    [SuppressMessage("Design", "CA1063", Justification = "A closed union: the cases hold handles and no finalizer.")]
    [SuppressMessage("Usage", "CA1816", Justification = "No case has a finalizer.")]
    public abstract void Dispose();
}

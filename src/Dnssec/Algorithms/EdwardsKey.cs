namespace Dnssec.Algorithms;

/// <summary>Ed25519 and Ed448 keys (RFC 8080 §3), by way of the system's libcrypto.</summary>
internal sealed class EdwardsKey : PublicKey
{
    private readonly LibCryptoKey _key;
    private readonly int _signatureLength;

    private EdwardsKey(SecurityAlgorithm algorithm, LibCryptoKey key) : base(algorithm)
    {
        _key = key;
        _signatureLength = algorithm == SecurityAlgorithm.Ed25519 ? 64 : 114;
    }

    /// <summary>Takes the Public Key field.</summary>
    public static KeyFailure TryImport(SecurityAlgorithm algorithm, ReadOnlySpan<byte> octets, out PublicKey? key)
    {
        key = null;
        // RFC 8080 §3: 32 and 57 octets.
        if (octets.Length != (algorithm == SecurityAlgorithm.Ed25519 ? 32 : 57))
            return KeyFailure.Malformed;
        if (!LibCrypto.IsPresent)
            return KeyFailure.AlgorithmUnsupported;
        var handle = LibCrypto.ImportPublicKey(algorithm, octets);
        if (handle.IsInvalid)
            return KeyFailure.AlgorithmUnsupported;
        key = new EdwardsKey(algorithm, handle);
        return KeyFailure.None;
    }

    /// <inheritdoc/>
    public override bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == _signatureLength && LibCrypto.Verify(_key, data, signature);

    /// <inheritdoc/>
    public override void Dispose() => _key.Dispose();
}

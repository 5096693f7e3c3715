using System.Numerics;
using System.Security.Cryptography;

namespace Dnssec.Algorithms;

/// <summary>RSA keys (RFC 3110 §2, RFC 5702 §2) and PKCS #1 version 1.5 signatures.</summary>
internal sealed class RsaKey : PublicKey
{
    private readonly RSA _rsa;
    private readonly HashAlgorithmName _hash;
    private readonly int _signatureLength;

    private RsaKey(SecurityAlgorithm algorithm, RSAParameters parameters) : base(algorithm)
    {
        _rsa = RSA.Create(parameters);
        _signatureLength = parameters.Modulus!.Length;
        _hash = algorithm switch
        {
            SecurityAlgorithm.RsaSha256 => HashAlgorithmName.SHA256,
            SecurityAlgorithm.RsaSha512 => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA1,
        };
    }

    /// <summary>Takes the Public Key field.</summary>
    public static KeyFailure TryImport(
        SecurityAlgorithm algorithm, ReadOnlySpan<byte> octets, KeyLimits limits, out PublicKey? key)
    {
        key = null;
        if (!TrySplit(octets, out var exponent, out var modulus))
            return KeyFailure.Malformed;
        // The library may throw for numbers that no RSA key has, so those are weeded out here.
        if ((modulus[^1] & 1) == 0)
            return KeyFailure.Malformed;
        var bits = CountBits(modulus);
        if (bits < limits.MinModulusBits || bits > limits.MaxModulusBits)
            return KeyFailure.SizeUnsupported;
        if (exponent is [1] || (exponent[^1] & 1) == 0 || CountBits(exponent) > KeyLimits.MaxExponentBits)
            return KeyFailure.ExponentUnsupported;
        key = new RsaKey(algorithm, new() { Exponent = exponent.ToArray(), Modulus = modulus.ToArray() });
        return KeyFailure.None;
    }

    /// <inheritdoc/>
    public override bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        signature.Length == _signatureLength && _rsa.VerifyData(data, signature, _hash, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public override void Dispose() => _rsa.Dispose();

    // RFC 3110 §2: the exponent's length in one octet, or in the next two if that is zero; exponent; modulus.
    private static bool TrySplit(
        ReadOnlySpan<byte> octets, out ReadOnlySpan<byte> exponent, out ReadOnlySpan<byte> modulus)
    {
        exponent = modulus = default;
        if (octets.Length < 3)
            return false;
        int length = octets[0];
        octets = octets[1..];
        if (length == 0)
        {
            length = octets[0] << 8 | octets[1];
            octets = octets[2..];
        }
        if (octets.Length < length)
            return false;
        // RFC 3110 §2: leading zeros are forbidden; a key that has them is the same number.
        exponent = octets[..length].TrimStart((byte)0);
        modulus = octets[length..].TrimStart((byte)0);
        return exponent.Length > 0 && modulus.Length > 0;
    }

    private static int CountBits(ReadOnlySpan<byte> number) =>
        number.Length * 8 - BitOperations.LeadingZeroCount((uint)number[0]) + 24;
}

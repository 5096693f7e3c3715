using System.Numerics;
using System.Security.Cryptography;

namespace Simulation.Rpl.Resigning;

/// <summary>
/// Checks signatures of algorithms that no resolver may use any more, in plain arithmetic: which signatures of an old
/// scenario were meant to be good.
/// </summary>
internal static class OldSignature
{
    private static readonly byte[] Sha1Prefix = Convert.FromHexString("3021300906052b0e03021a05000414");

    /// <summary>True if the signature is good.</summary>
    public static bool IsGood(byte algorithm, ReadOnlySpan<byte> key, byte[] data, ReadOnlySpan<byte> signature)
    {
        // The algorithms are what old scenarios use; nothing is protected by them here.
#pragma warning disable CA5350
        var digest = SHA1.HashData(data);
#pragma warning restore CA5350
        return algorithm switch
        {
            3 or 6 => IsGoodDsa(key, digest, signature),
            5 or 7 => IsGoodRsa(key, digest, signature),
            _ => false,
        };
    }

    // RFC 3110 §2: the exponent's length, the exponent, the modulus.
    private static bool IsGoodRsa(ReadOnlySpan<byte> key, byte[] digest, ReadOnlySpan<byte> signature)
    {
        if (key.Length < 4)
            return false;
        var at = key[0] != 0 ? 1 : 3;
        var length = key[0] != 0 ? key[0] : (key[1] << 8) | key[2];
        if (at + length >= key.Length)
            return false;
        var exponent = Number(key.Slice(at, length));
        var modulus = key[(at + length)..];
        var padding = modulus.Length - digest.Length - Sha1Prefix.Length - 3;
        if (padding < 0)
            return false;
        byte[] encoded = [0, 1, .. Enumerable.Repeat((byte)0xff, padding), 0, .. Sha1Prefix, .. digest];
        return BigInteger.ModPow(Number(signature), exponent, Number(modulus)) == Number(encoded);
    }

    // RFC 2536 §2, §3.
    private static bool IsGoodDsa(ReadOnlySpan<byte> key, byte[] digest, ReadOnlySpan<byte> signature)
    {
        var size = key.Length > 21 ? 64 + key[0] * 8 : 0;
        if (size == 0 || key.Length < 21 + 3 * size || signature.Length < 41)
            return false;
        var q = Number(key.Slice(1, 20));
        var p = Number(key.Slice(21, size));
        var g = Number(key.Slice(21 + size, size));
        var y = Number(key.Slice(21 + 2 * size, size));
        var r = Number(signature.Slice(1, 20));
        var s = Number(signature.Slice(21, 20));
        // Some old signers wrote ASN.1 here.
        if (signature.Length > 41 && signature[0] == 0x30)
            (r, s) = ReadAsn1(signature);
        if (r.IsZero || r >= q || s.IsZero || s >= q)
            return false;
        var w = BigInteger.ModPow(s, q - 2, q);
        var u1 = BigInteger.ModPow(g, Number(digest) * w % q, p);
        var u2 = BigInteger.ModPow(y, r * w % q, p);
        return u1 * u2 % p % q == r;
    }

    private static (BigInteger R, BigInteger S) ReadAsn1(ReadOnlySpan<byte> signature)
    {
        var rLength = signature[3];
        if (4 + rLength + 2 > signature.Length)
            return default;
        var sLength = signature[5 + rLength];
        return 6 + rLength + sLength > signature.Length
            ? default
            : (Number(signature.Slice(4, rLength)), Number(signature.Slice(6 + rLength, sLength)));
    }

    private static BigInteger Number(ReadOnlySpan<byte> octets) => new(octets, isUnsigned: true, isBigEndian: true);
}

using System.Security.Cryptography;
using Dns;

namespace Dnssec.Denial;

/// <summary>The hash of a name for NSEC3 (RFC 5155 §5).</summary>
public static class Nsec3Hash
{
    /// <summary>The only hash function there is: SHA-1 (RFC 5155 §11).</summary>
    public const byte Sha1Algorithm = 1;

    /// <summary>
    /// Iterations above which a proof is not worth computing and counts as insecure. Every large resolver has come
    /// down to about this number.
    /// </summary>
    // RFC 9276 §3.2: a validator may treat higher counts as insecure, wherever it meets them.
    public const int MaxIterations = 50;

    /// <summary>Octets of the longest salt (RFC 5155 §3.1.4).</summary>
    private const int MaxSaltLength = 255;

    /// <summary>Hashes a name, iterations + 1 times. The caller has bounded the iterations and paid for them.</summary>
    public static Nsec3Digest Compute(ReadOnlySpan<byte> name, int iterations, ReadOnlySpan<byte> salt)
    {
        Span<byte> input = stackalloc byte[WireName.MaxLength + MaxSaltLength];
        Span<byte> digest = stackalloc byte[Nsec3Digest.Length];
        // RFC 5155 §5: the name is hashed in wire form, in lower case, with the salt behind it.
        WireName.Fold(name, input);
        salt.CopyTo(input[name.Length..]);
        Hash(input[..(name.Length + salt.Length)], digest);
        if (iterations > 0)
            salt.CopyTo(input[Nsec3Digest.Length..]);
        for (var i = 0; i < iterations; i++)
        {
            digest.CopyTo(input);
            Hash(input[..(Nsec3Digest.Length + salt.Length)], digest);
        }
        return Nsec3Digest.FromOctets(digest);
    }

#pragma warning disable CA5350 // RFC 5155 §11: SHA-1 is the only function defined; a zone's collisions harm that zone.
    private static void Hash(ReadOnlySpan<byte> input, Span<byte> digest) => SHA1.HashData(input, digest);
#pragma warning restore CA5350
}

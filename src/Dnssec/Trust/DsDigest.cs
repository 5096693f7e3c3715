using System.Security.Cryptography;
using Dns;
using Dns.Records;
using Dnssec.Algorithms;

namespace Dnssec.Trust;

/// <summary>The digest of a DS record: a hash over owner and RDATA of a DNSKEY record (RFC 4034 §5.1.4).</summary>
public static class DsDigest
{
    /// <summary>Octets of the longest digest.</summary>
    public const int MaxLength = SHA384.HashSizeInBytes;

    /// <summary>True if the DS record means this key of this zone; tag and algorithm are compared too.</summary>
    public static bool Matches(in DsData ds, ReadOnlySpan<byte> zone, ReadOnlySpan<byte> dnskey)
    {
        if (!DnskeyData.TryRead(dnskey, out var key) || key.KeyTag != ds.KeyTag || key.Algorithm != ds.Algorithm)
            return false;
        Span<byte> digest = stackalloc byte[MaxLength];
        return TryCompute((DigestType)ds.DigestType, zone, dnskey, digest, out var length)
            && ds.Digest.SequenceEqual(digest[..length]);
    }

    /// <summary>Computes a digest; false if there is no implementation for its type.</summary>
    public static bool TryCompute(
        DigestType type, ReadOnlySpan<byte> zone, ReadOnlySpan<byte> dnskey, Span<byte> digest, out int length)
    {
        var input = new byte[zone.Length + dnskey.Length];
        WireName.Fold(zone, input);
        dnskey.CopyTo(input.AsSpan(zone.Length));
        length = type switch
        {
            DigestType.Sha1 => HashSha1(input, digest),
            DigestType.Sha256 => SHA256.HashData(input, digest),
            DigestType.Sha384 => SHA384.HashData(input, digest),
            _ => 0,
        };
        return length > 0;
    }

#pragma warning disable CA5350 // The digest type says SHA-1; whether it counts is decided by AlgorithmSet.
    private static int HashSha1(byte[] input, Span<byte> digest) => SHA1.HashData(input, digest);
#pragma warning restore CA5350
}

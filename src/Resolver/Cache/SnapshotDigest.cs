using System.Security.Cryptography;

namespace Resolver.Cache;

/// <summary>The digests that chain the chunks of a snapshot.</summary>
internal static class SnapshotDigest
{
    /// <summary>Replaces the digest of all that came before by one that covers a chunk too.</summary>
    public static void Advance(Span<byte> digest, ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(digest);
        hash.AppendData(head);
        hash.AppendData(payload);
        hash.GetHashAndReset(digest);
    }
}

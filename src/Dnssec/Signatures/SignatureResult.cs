using Dns;
using Dnssec.Algorithms;

namespace Dnssec.Signatures;

/// <summary>What checking the signatures of an RRset came to.</summary>
public readonly record struct SignatureResult
{
    /// <summary>Why no signature holds; <see cref="ValidationReason.None"/> if one does.</summary>
    public ValidationReason Reason { get; private init; }

    /// <summary>True if a signature holds.</summary>
    public bool IsValid => Reason == ValidationReason.None;

    /// <summary>The key tag of the signature that holds, or of the one that came nearest.</summary>
    public ushort KeyTag { get; private init; }

    /// <summary>The algorithm of that signature.</summary>
    public SecurityAlgorithm Algorithm { get; private init; }

    /// <summary>When the signature that holds ends.</summary>
    public UnixTime Expiration { get; private init; }

    /// <summary>
    /// How long the RRset may be kept: the least of its TTL, its original TTL and what is left of the signature
    /// (RFC 4035 §5.3.3).
    /// </summary>
    public Ttl Ttl { get; private init; }

    /// <summary>
    /// If the RRset was made from a wildcard: the labels of the name that the wildcard stands directly below. It must
    /// then be proven that nothing nearer to the owner exists. Null otherwise.
    /// </summary>
    public int? ClosestEncloserLabels { get; private init; }

    /// <summary>No signature holds; the tag and algorithm are of the one that came nearest.</summary>
    internal static SignatureResult Failed(
        ValidationReason reason, ushort keyTag = 0, SecurityAlgorithm algorithm = 0) =>
        new() { Reason = reason, KeyTag = keyTag, Algorithm = algorithm };

    /// <summary>A signature holds.</summary>
    internal static SignatureResult Valid(
        ushort keyTag, SecurityAlgorithm algorithm, UnixTime expiration, Ttl ttl, int? closestEncloserLabels) => new()
    {
        KeyTag = keyTag,
        Algorithm = algorithm,
        Expiration = expiration,
        Ttl = ttl,
        ClosestEncloserLabels = closestEncloserLabels,
    };
}

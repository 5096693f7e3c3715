namespace Resolver.Cache;

/// <summary>
/// What eviction remembers of entries dropped unused: sixteen bits of a hash, in a place that the hash chooses and
/// the next one there overwrites. An entry that comes back while it is remembered has shown that it is wanted.
/// </summary>
internal sealed class GhostSet
{
    /// <summary>Octets that one place costs.</summary>
    public const int PlaceCost = sizeof(ushort);

    private const int FingerprintShift = 32;

    private readonly ushort[] _fingerprints;

    /// <summary>Makes a set of so many places.</summary>
    public GhostSet(int places) => _fingerprints = new ushort[places];

    /// <summary>Remembers a hash.</summary>
    public void Add(ulong hash) => _fingerprints[Place(hash)] = Fingerprint(hash);

    /// <summary>Says whether a hash is remembered and forgets it; one in 65,536 strangers is taken for known.</summary>
    public bool Remove(ulong hash)
    {
        ref var fingerprint = ref _fingerprints[Place(hash)];
        if (fingerprint != Fingerprint(hash))
            return false;
        fingerprint = 0;
        return true;
    }

    private int Place(ulong hash) => (int)((ulong)(uint)hash * (uint)_fingerprints.Length >> 32);

    // Zero is an empty place.
    private static ushort Fingerprint(ulong hash) => (ushort)(hash >> FingerprintShift | 1);
}

using Dns;

namespace Resolver.Cache;

/// <summary>A name and its keyed hash, computed once per name looked at.</summary>
internal readonly ref struct NameKey
{
    public NameKey(ReadOnlySpan<byte> name, ulong key)
    {
        Name = name;
        Hash = KeyedHash.OfName(key, name);
    }

    /// <summary>The name in wire form, in any case.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>64 bits: the index takes its place from the lower half, its tag and its shard from the upper.</summary>
    public ulong Hash { get; }
}

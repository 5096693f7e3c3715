using System.Diagnostics.CodeAnalysis;

namespace Dns;

/// <summary>
/// Compares names without regard to ASCII case under a keyed hash, for tables whose names an attacker can choose.
/// Looks up names in wire form too, so that a span needs no object.
/// </summary>
/// <param name="key">The secret: 64 random bits of the process, the same for all comparers of one table.</param>
public sealed class DomainNameComparer(ulong key)
    : IEqualityComparer<DomainName>, IAlternateEqualityComparer<ReadOnlySpan<byte>, DomainName>
{
    /// <summary>The keyed hash of a name in wire form, case folded; good for choosing a shard too.</summary>
    public ulong Hash(ReadOnlySpan<byte> wire) => KeyedHash.OfName(key, wire);

    /// <inheritdoc/>
    public bool Equals(DomainName? x, DomainName? y) => x is null ? y is null : x.Equals(y);

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] DomainName obj) => (int)Hash(obj.Wire);

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<byte> alternate, DomainName other) => WireName.Equals(alternate, other.Wire);

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<byte> alternate) => (int)Hash(alternate);

    /// <inheritdoc/>
    public DomainName Create(ReadOnlySpan<byte> alternate) => DomainName.FromWire(alternate);
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Dns;
using Resolver.Ports;

namespace Resolver.Recursion.Work;

/// <summary>
/// Compares names for tables that an attacker may fill: the hash has a secret key, so nobody outside can choose
/// names that collide. Spans of wire form find the same entries.
/// </summary>
internal sealed class KeyedNameComparer
    : IEqualityComparer<DomainName>, IAlternateEqualityComparer<ReadOnlySpan<byte>, DomainName>
{
    private readonly ulong _key;

    /// <summary>Draws a key.</summary>
    public KeyedNameComparer(Entropy entropy)
    {
        Span<byte> key = stackalloc byte[8];
        entropy.FillPrivate(key);
        _key = BinaryPrimitives.ReadUInt64LittleEndian(key);
    }

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

    /// <summary>The keyed hash of a name, case folded.</summary>
    public ulong Hash(ReadOnlySpan<byte> name) => KeyedHash.OfName(_key, name);
}

using System.Buffers.Binary;

namespace Resolver.Ports;

/// <summary>The only source of chance, unpredictable in production and repeatable in simulation.</summary>
public abstract class Entropy
{
    /// <summary>Fills with octets that may be seen on the wire: message IDs, ports, jitter, server choice.</summary>
    public abstract void FillPublic(Span<byte> octets);

    /// <summary>Fills with octets that nobody may ever see: keys of hashes, cookie secrets.</summary>
    public abstract void FillPrivate(Span<byte> octets);

    /// <summary>A uniform number from 0 up to but not including the bound, which must be positive.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        Span<byte> octets = stackalloc byte[8];
        FillPublic(octets);
        // 64 random bits scaled to at most 31: the bias is below 2^-33.
        return (int)Math.BigMul(BinaryPrimitives.ReadUInt64LittleEndian(octets), (ulong)bound, out _);
    }

    /// <summary>Sixteen bits that may be seen on the wire, a message ID for instance.</summary>
    public ushort NextUInt16()
    {
        Span<byte> octets = stackalloc byte[2];
        FillPublic(octets);
        return BinaryPrimitives.ReadUInt16LittleEndian(octets);
    }
}

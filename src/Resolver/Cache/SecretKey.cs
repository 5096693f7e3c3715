using System.Buffers.Binary;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Keys of the hashes that spread names: clients choose the names, and must not know where they go.</summary>
internal static class SecretKey
{
    /// <summary>A new key.</summary>
    public static ulong From(Entropy entropy)
    {
        Span<byte> key = stackalloc byte[sizeof(ulong)];
        entropy.FillPrivate(key);
        return BinaryPrimitives.ReadUInt64LittleEndian(key);
    }
}

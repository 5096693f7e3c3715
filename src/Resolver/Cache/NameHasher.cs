using System.Buffers.Binary;
using System.Numerics;
using Dns;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>
/// SipHash-1-3 over a name with its letters folded. Clients choose the names, so the key is secret: nobody can
/// search for names that meet in one place of a table.
/// </summary>
internal readonly struct NameHasher
{
    private const ulong Ones = 0x0101010101010101;
    private const ulong HighBits = 0x8080808080808080;

    private readonly ulong _key0;
    private readonly ulong _key1;

    /// <summary>Makes a hasher with a given key, for tests.</summary>
    public NameHasher(ulong key0, ulong key1)
    {
        _key0 = key0;
        _key1 = key1;
    }

    /// <summary>Makes a hasher with a key that nobody knows.</summary>
    public static NameHasher Keyed(Entropy entropy)
    {
        Span<byte> key = stackalloc byte[16];
        entropy.FillPrivate(key);
        return new(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..]));
    }

    /// <summary>The hash of a name in wire form, the same for every case of its letters.</summary>
    [HotPath]
    public ulong Hash(ReadOnlySpan<byte> name)
    {
        var v0 = _key0 ^ 0x736f6d6570736575;
        var v1 = _key1 ^ 0x646f72616e646f6d;
        var v2 = _key0 ^ 0x6c7967656e657261;
        var v3 = _key1 ^ 0x7465646279746573;
        var rest = name;
        for (; rest.Length >= 8; rest = rest[8..])
            Mix(Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest)), ref v0, ref v1, ref v2, ref v3);
        Mix(Fold(ReadPartial(rest)) | (ulong)(byte)name.Length << 56, ref v0, ref v1, ref v2, ref v3);
        v2 ^= 0xff;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    /// <summary>
    /// Turns 'A' to 'Z' into lower case in eight octets at once; length octets never look like letters.
    /// </summary>
    private static ulong Fold(ulong octets)
    {
        var low = octets & ~HighBits;
        var fromA = low + (0x80 - 'A') * Ones;
        var afterZ = low + (0x7f - 'Z') * Ones;
        var letters = (fromA ^ afterZ) & ~octets & HighBits;
        return octets | letters >> 2;
    }

    private static ulong ReadPartial(ReadOnlySpan<byte> octets)
    {
        var word = 0UL;
        for (var i = octets.Length - 1; i >= 0; i--)
            word = word << 8 | octets[i];
        return word;
    }

    private static void Mix(ulong word, ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v3 ^= word;
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;
    }

    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}

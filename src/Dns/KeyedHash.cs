using System.Buffers.Binary;
using System.Numerics;

namespace Dns;

/// <summary>
/// SipHash-1-3 (Aumasson and Bernstein, 2012) with a 64-bit key spread to 128: a hash that nobody can predict
/// without the key, so that names cannot be chosen to collide.
/// </summary>
public static class KeyedHash
{
    private const ulong KeySpread = 0x9e3779b97f4a7c15;
    private const ulong Ones = 0x0101010101010101;
    private const ulong HighBits = 0x8080808080808080;

    /// <summary>The hash of a name in wire form, ASCII case folded.</summary>
    [HotPath]
    public static ulong OfName(ulong key, ReadOnlySpan<byte> name)
    {
        var state = new State(key, Spread(key));
        var rest = name;
        for (; rest.Length >= 8; rest = rest[8..])
            state.Absorb(Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest)));
        state.Absorb(Fold(ReadPartial(rest)) | (ulong)name.Length << 56);
        return state.Finish();
    }

    /// <summary>The hash of octets as they are.</summary>
    public static ulong Of(ulong key, ReadOnlySpan<byte> octets)
    {
        var state = new State(key, Spread(key));
        var rest = octets;
        for (; rest.Length >= 8; rest = rest[8..])
            state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        state.Absorb(ReadPartial(rest) | (ulong)octets.Length << 56);
        return state.Finish();
    }

    private static ulong Spread(ulong key) => BitOperations.RotateLeft(key, 32) * KeySpread;

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

    /// <summary>The four words that are mixed.</summary>
    private struct State
    {
        private ulong _v0;
        private ulong _v1;
        private ulong _v2;
        private ulong _v3;

        public State(ulong first, ulong second)
        {
            _v0 = first ^ 0x736f6d6570736575;
            _v1 = second ^ 0x646f72616e646f6d;
            _v2 = first ^ 0x6c7967656e657261;
            _v3 = second ^ 0x7465646279746573;
        }

        public void Absorb(ulong word)
        {
            _v3 ^= word;
            Round();
            _v0 ^= word;
        }

        public ulong Finish()
        {
            _v2 ^= 0xff;
            Round();
            Round();
            Round();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        private void Round()
        {
            _v0 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}

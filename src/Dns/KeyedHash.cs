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

    /// <summary>The hash of a name in wire form, ASCII case folded.</summary>
    public static ulong OfName(ulong key, ReadOnlySpan<byte> name)
    {
        Span<byte> folded = stackalloc byte[WireName.MaxLength];
        WireName.Fold(name, folded);
        return Of(key, folded[..name.Length]);
    }

    /// <summary>The hash of octets as they are.</summary>
    public static ulong Of(ulong key, ReadOnlySpan<byte> octets)
    {
        var second = BitOperations.RotateLeft(key, 32) * KeySpread;
        var state = new State(key, second);
        var length = octets.Length;
        for (; octets.Length >= 8; octets = octets[8..])
            state.Absorb(BinaryPrimitives.ReadUInt64LittleEndian(octets));
        var last = (ulong)length << 56;
        for (var i = 0; i < octets.Length; i++)
            last |= (ulong)octets[i] << (8 * i);
        state.Absorb(last);
        return state.Finish();
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

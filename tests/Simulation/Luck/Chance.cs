using System.Buffers.Binary;
using System.Numerics;

namespace Simulation.Luck;

/// <summary>
/// Repeatable chance: xoshiro256**, seeded through SplitMix64. The same seed gives the same numbers on every
/// machine and in every version of the platform.
/// </summary>
public sealed class Chance
{
    private readonly ulong[] _state = new ulong[4];

    /// <summary>Begins a sequence.</summary>
    public Chance(ulong seed)
    {
        for (var i = 0; i < _state.Length; i++)
            _state[i] = SplitMix(ref seed);
    }

    /// <summary>A sequence of its own for one purpose: what others draw does not change what it gives.</summary>
    public Chance Fork(string purpose)
    {
        var seed = Next();
        foreach (var character in purpose)
            seed = (seed ^ character) * 0x100000001b3;
        return new(seed);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }

    /// <summary>A number from 0 up to but not including the bound.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A number between two bounds, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>A number from 0 up to but not including 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1ul << 53));

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Happens(double percent) => percent > 0 && Fraction() * 100 < percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A rank from 0 up to but not including the bound, low ranks far more often than high ones.</summary>
    public int Skewed(int bound) => (int)(bound * Math.Pow(Fraction(), 3));

    /// <summary>Fills with octets.</summary>
    public void Fill(Span<byte> octets)
    {
        Span<byte> block = stackalloc byte[8];
        while (!octets.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(block, Next());
            var length = Math.Min(octets.Length, block.Length);
            block[..length].CopyTo(octets);
            octets = octets[length..];
        }
    }

    private static ulong SplitMix(ref ulong seed)
    {
        seed += 0x9e3779b97f4a7c15;
        var mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }
}

using Resolver.Ports;

namespace Micro.Cache;

/// <summary>The same octets in every run.</summary>
public sealed class BenchEntropy : Entropy
{
    private ulong _state = 0x9E3779B97F4A7C15;

    /// <summary>The next 64 bits of a xorshift generator.</summary>
    public ulong Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }

    public override void FillPublic(Span<byte> octets)
    {
        foreach (ref var octet in octets)
            octet = (byte)(Next() >> 32);
    }

    public override void FillPrivate(Span<byte> octets) => FillPublic(octets);
}

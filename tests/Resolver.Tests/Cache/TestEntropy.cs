using Resolver.Ports;

namespace Resolver.Tests.Cache;

/// <summary>Octets that are the same in every run: a xorshift generator from a seed.</summary>
public sealed class TestEntropy(ulong seed) : Entropy
{
    private ulong _state = seed * 0x9E3779B97F4A7C15 + 1;

    public override void FillPublic(Span<byte> octets)
    {
        foreach (ref var octet in octets)
        {
            _state ^= _state << 13;
            _state ^= _state >> 7;
            _state ^= _state << 17;
            octet = (byte)(_state >> 32);
        }
    }

    public override void FillPrivate(Span<byte> octets) => FillPublic(octets);
}

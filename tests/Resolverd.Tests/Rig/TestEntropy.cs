using System.Security.Cryptography;
using Resolver.Ports;

namespace Resolverd.Tests.Rig;

/// <summary>The machine's randomness.</summary>
internal sealed class TestEntropy : Entropy
{
    public override void FillPublic(Span<byte> octets) => RandomNumberGenerator.Fill(octets);

    public override void FillPrivate(Span<byte> octets) => RandomNumberGenerator.Fill(octets);
}

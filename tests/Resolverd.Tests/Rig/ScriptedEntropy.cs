using System.Buffers.Binary;
using Resolver.Ports;
using Resolverd.Network;

namespace Resolverd.Tests.Rig;

/// <summary>Lets the given source ports be drawn first, and chance after that.</summary>
internal sealed class ScriptedEntropy(IEnumerable<int> ports) : Entropy
{
    private readonly Queue<int> _ports = new(ports);
    private readonly TestEntropy _chance = new();

    public override void FillPublic(Span<byte> octets)
    {
        _chance.FillPublic(octets);
        if (octets.Length != 8 || !_ports.TryDequeue(out var port))
            return;
        // The middle of the slice of 64-bit numbers that is scaled down to this port.
        var slice = ulong.MaxValue / (SourcePorts.Last - SourcePorts.First + 1);
        BinaryPrimitives.WriteUInt64LittleEndian(octets, slice * (ulong)(port - SourcePorts.First) + slice / 2);
    }

    public override void FillPrivate(Span<byte> octets) => _chance.FillPrivate(octets);
}

using Resolver.Ports;

namespace Simulation.Luck;

/// <summary>The resolver's chance inside a world: two sequences that follow from the seed.</summary>
public sealed class SimulatedEntropy : Entropy
{
    private readonly Chance _public;
    private readonly Chance _private;

    /// <summary>Makes both sequences from one.</summary>
    public SimulatedEntropy(Chance chance)
    {
        _public = chance.Fork("public");
        _private = chance.Fork("private");
    }

    /// <inheritdoc/>
    public override void FillPublic(Span<byte> octets) => _public.Fill(octets);

    /// <inheritdoc/>
    public override void FillPrivate(Span<byte> octets) => _private.Fill(octets);
}

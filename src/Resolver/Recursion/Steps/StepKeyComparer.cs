using Dns;

namespace Resolver.Recursion.Steps;

/// <summary>Compares step keys by a keyed hash of the name.</summary>
internal sealed class StepKeyComparer(DomainNameComparer names) : IEqualityComparer<StepKey>
{
    /// <inheritdoc/>
    public bool Equals(StepKey x, StepKey y) => x.Type == y.Type && x.Checking == y.Checking && x.Name.Equals(y.Name);

    /// <inheritdoc/>
    public int GetHashCode(StepKey obj) =>
        (int)(names.Hash(obj.Name.Wire) ^ ((ulong)obj.Type << 8) ^ (ulong)obj.Checking);
}

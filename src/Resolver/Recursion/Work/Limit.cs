namespace Resolver.Recursion.Work;

/// <summary>A bound on work: what it is unless the operator says otherwise, and how far it may be moved.</summary>
/// <param name="Default">The value shipped.</param>
/// <param name="Min">The least value that still resolves the real Internet.</param>
/// <param name="Max">The greatest value that still protects servers and the daemon.</param>
public readonly record struct Limit(int Default, int Min, int Max)
{
    /// <summary>A value held between the bounds.</summary>
    public int Clamp(int value) => Math.Clamp(value, Min, Max);
}

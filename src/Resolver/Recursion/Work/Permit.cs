namespace Resolver.Recursion.Work;

/// <summary>The right to send one question, taken from a <see cref="Budget"/>. Nothing is sent without one.</summary>
public readonly struct Permit
{
    private readonly bool _isGranted;

    private Permit(bool isGranted) => _isGranted = isGranted;

    /// <summary>What a budget hands out.</summary>
    internal static Permit Granted => new(true);

    /// <summary>Demands that the permit came from a budget.</summary>
    internal void Require() => Invariant.Require(_isGranted);
}

using Dnssec;
using Dnssec.Algorithms;
using Dnssec.Trust;

namespace Resolver.Validation;

/// <summary>What the operator decides about validation. Immutable; a reload makes a new validator.</summary>
public sealed record ValidationOptions
{
    /// <summary>Where chains of trust begin.</summary>
    public required TrustAnchorSet Anchors { get; init; }

    /// <summary>The algorithms that count.</summary>
    public AlgorithmSet Algorithms { get; init; } = AlgorithmSet.Default;

    /// <summary>Names below which nothing is validated (RFC 7646).</summary>
    public NegativeTrustAnchors NegativeAnchors { get; init; } = NegativeTrustAnchors.None;

    /// <summary>What a client query may cost in signatures and hashes.</summary>
    public WorkAllowance Allowance { get; init; } = WorkAllowance.Default;

    /// <summary>What happens to bogus data.</summary>
    public BogusData BogusData { get; init; } = BogusData.Refused;
}

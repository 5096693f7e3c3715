namespace Resolver.LocalRoot;

/// <summary>Whether a copy of the root zone may be used.</summary>
public sealed record RootZoneVerdict
{
    private RootZoneVerdict()
    {
    }

    /// <summary>The zone, if it may.</summary>
    public VerifiedRootZone? Zone { get; private init; }

    /// <summary>Why it may not.</summary>
    public RootRefusal Refusal { get; private init; }

    /// <summary>Why, for a person: which name, which number.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>True if an operator may overrule the refusal.</summary>
    public bool IsHeld => Refusal == RootRefusal.MassChange;

    /// <summary>The copy may be used.</summary>
    internal static RootZoneVerdict Accept(VerifiedRootZone zone) => new() { Zone = zone };

    /// <summary>The copy may not be used.</summary>
    internal static RootZoneVerdict Refuse(RootRefusal refusal, string detail) =>
        new() { Refusal = refusal, Detail = detail };
}

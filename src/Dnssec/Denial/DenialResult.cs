namespace Dnssec.Denial;

/// <summary>Whether an absence is proven, and if not, why not.</summary>
public readonly record struct DenialResult
{
    private DenialResult(DenialVerdict verdict, ValidationReason reason, NameExistence name)
    {
        Verdict = verdict;
        Reason = reason;
        Name = name;
    }

    /// <summary>What the proof comes to.</summary>
    public DenialVerdict Verdict { get; }

    /// <summary>Why it comes to no more; <see cref="ValidationReason.None"/> if proven.</summary>
    public ValidationReason Reason { get; }

    /// <summary>What the proof says about the name itself.</summary>
    public NameExistence Name { get; }

    /// <summary>The status of the answer that rests on the proof.</summary>
    public SecurityStatus Status => Verdict switch
    {
        DenialVerdict.Proven => SecurityStatus.Secure,
        DenialVerdict.NotProven => SecurityStatus.Bogus,
        _ => SecurityStatus.Insecure,
    };

    /// <summary>True if proven without reserve.</summary>
    internal bool IsProven => Verdict == DenialVerdict.Proven;

    /// <summary>Proven.</summary>
    internal static DenialResult Proven(NameExistence name) => new(DenialVerdict.Proven, ValidationReason.None, name);

    /// <summary>Proven, with the reserve of an opt-out span where there is one.</summary>
    internal static DenialResult ProvenBut(bool isOptOut, NameExistence name) => isOptOut
        ? new(DenialVerdict.OptOut, ValidationReason.OptOut, NameExistence.Unknown)
        : Proven(name);

    /// <summary>Not proven.</summary>
    internal static DenialResult NotProven(ValidationReason reason) =>
        new(DenialVerdict.NotProven, reason, NameExistence.Unknown);

    /// <summary>Not looked into.</summary>
    internal static DenialResult TooCostly() =>
        new(DenialVerdict.TooCostly, ValidationReason.Nsec3IterationsTooHigh, NameExistence.Unknown);
}

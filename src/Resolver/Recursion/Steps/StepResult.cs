using Resolver.Answers;
using Resolver.Cache;

namespace Resolver.Recursion.Steps;

/// <summary>
/// What one step found: aliases to follow, and how it ended at the last, unless the way goes on elsewhere.
/// </summary>
internal sealed class StepResult
{
    private StepResult(IReadOnlyList<CachedRRset> links, Outcome? end)
    {
        Links = links;
        End = end;
    }

    /// <summary>CNAME and DNAME sets in order, the first at or above the name asked for.</summary>
    public IReadOnlyList<CachedRRset> Links { get; }

    /// <summary>The outcome behind the links; null if the last target must be asked for.</summary>
    public Outcome? End { get; }

    /// <summary>True if nothing was found out.</summary>
    public bool IsFailure => End is { Kind: OutcomeKind.Failure };

    /// <summary>Links that lead on.</summary>
    public static StepResult Alias(IReadOnlyList<CachedRRset> links) => new(links, null);

    /// <summary>An outcome, behind links or without.</summary>
    public static StepResult Ended(Outcome outcome, IReadOnlyList<CachedRRset>? links = null) =>
        new(links ?? [], outcome);

    /// <summary>A failure.</summary>
    public static StepResult Failed(FailureReason reason, string text = "") => new([], Outcome.Failed(reason, text));
}

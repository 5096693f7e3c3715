using Dns.Edns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Remembers failed steps so that they are not repeated for every client that asks (RFC 9520), and knows which
/// failures say something about the question and which about the query that put it.
/// </summary>
internal sealed class FailureMemory(FailureCache failures)
{
    /// <summary>The failure of this step, if it is still resting.</summary>
    public Outcome? Find(StepKey key, in Moment now)
    {
        if (!failures.TryFind(new(key.Name.Wire, key.Type), now, out var failure))
            return null;
        if (failure.Kind == FailureKind.Resolution)
            return Outcome.Failed(FailureReason.CachedFailure, new ExtendedError(failure.Code));
        // A client that checks itself may have what validation would not let pass.
        return key.Checking == Checking.Enabled
            ? Outcome.Failed(FailureReason.Bogus, new ExtendedError(failure.Code))
            : null;
    }

    /// <summary>Takes note of how a step ended.</summary>
    public void Note(StepKey key, StepResult result, StepContext context, in Moment now)
    {
        var question = new FailureKey(key.Name.Wire, key.Type);
        if (!result.IsFailure)
        {
            failures.Remove(question);
            return;
        }
        var outcome = result.End!.Value;
        if (!IsLasting(outcome.Failure, context))
            return;
        var kind = outcome.Failure == FailureReason.Bogus ? FailureKind.Validation : FailureKind.Resolution;
        failures.Add(question, kind, outcome.Error?.Code ?? ExtendedErrorCode.CachedError, now);
    }

    // What a query could not afford, another may well find out; unless this was all it was for.
    private static bool IsLasting(FailureReason reason, StepContext context) => reason switch
    {
        FailureReason.NetworkError or FailureReason.Bogus => true,
        FailureReason.NoReachableAuthority or FailureReason.NoUsableAnswer => !context.Budget.IsExhausted,
        FailureReason.BudgetExhausted => context.Depth == 0,
        _ => false,
    };
}

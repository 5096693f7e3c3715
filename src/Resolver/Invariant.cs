using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Resolver;

/// <summary>
/// Assumptions that are checked in production too. A broken one fails the query at hand, is counted by whoever
/// catches it at the edge of that query, and leaves the daemon alive; in a simulation it ends the run.
/// </summary>
public static class Invariant
{
    /// <summary>Demands that the condition holds.</summary>
    /// <exception cref="InvariantException">It does not: there is a bug, named by the condition's text.</exception>
    public static void Require(
        [DoesNotReturnIf(false)] bool condition,
        [CallerArgumentExpression(nameof(condition))] string assumption = "")
    {
        if (!condition)
            Fail(assumption);
    }

    [DoesNotReturn]
    private static void Fail(string assumption) => throw new InvariantException(assumption);
}

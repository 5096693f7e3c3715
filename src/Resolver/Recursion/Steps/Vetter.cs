using Dns;
using Dnssec;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Tracing;
using Resolver.Validation;

namespace Resolver.Recursion.Steps;

/// <summary>Has every response validated before it is taken; a bogus one makes another server be asked first.</summary>
internal sealed class Vetter(IValidator validator)
{
    /// <summary>Looks up keys for one step; set once, by whoever wires the recursion together.</summary>
    public required Func<StepContext, IKeySource> Keys { get; init; }

    /// <summary>The look at responses to one question.</summary>
    public Vetting For(Question question, ScrubScope scope, StepContext context) =>
        response => VetAsync(response, question, scope, context);

    /// <summary>Has a response validated; in words why it should not be taken, null to take it.</summary>
    public async ValueTask<string?> VetAsync(
        ScrubbedResponse response, Question question, ScrubScope scope, StepContext context)
    {
        if (response.Kind == ResponseKind.Referral)
            return null;
        var verdict = await validator.ValidateAsync(
            ToUnvalidated(response, question, scope.Zone), Keys(context), CancellationToken.None);
        response.Verdict = verdict;
        var first = response.FirstVerdict;
        if (first.Status != SecurityStatus.Bogus)
        {
            context.Trace?.Note(TraceKind.Validation, first.Status.ToString());
            return null;
        }
        context.Trace?.Note(TraceKind.Validation, $"bogus: {first.Error?.Text}");
        // A client that checks itself gets what there is.
        return context.Query.Checking == Checking.Disabled ? null : $"bogus: {first.Error?.Text}";
    }

    private static UnvalidatedResponse ToUnvalidated(
        ScrubbedResponse response, Question question, DomainName zone) => new()
        {
            Name = question.Name,
            Type = question.Type,
            Zone = zone,
            Links = response.Links,
            Tail = response.Tail,
            End = response.Kind switch
            {
                ResponseKind.Answer => ResponseEnd.Data,
                ResponseKind.NoData => ResponseEnd.NoData,
                ResponseKind.NxDomain => ResponseEnd.NxDomain,
                _ => ResponseEnd.Open,
            },
            Data = response.Data,
            Soa = response.Soa,
            Proofs = response.Proofs,
        };
}

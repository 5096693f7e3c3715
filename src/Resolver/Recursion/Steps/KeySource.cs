using Dns;
using Dnssec;
using Resolver.Answers;
using Resolver.Recursion.Tracing;
using Resolver.Validation;

namespace Resolver.Recursion.Steps;

/// <summary>Fetches keys for the validation of one step, on the budget of the query the step is for.</summary>
internal sealed class KeySource(KeyFetcher fetcher, StepContext context) : IKeySource
{
    /// <inheritdoc/>
    public async ValueTask<Outcome> FetchAsync(DomainName name, RecordType type, CancellationToken cancellationToken)
    {
        if (fetcher.FindCached(name, type) is { } cached)
            return cached;
        var trace = context.Trace?.Begin(TraceKind.Question, $"{name} {type}", name, type);
        var own = context with { Trace = trace };
        if (type == RecordType.Ds && await fetcher.TakeReferredAsync(name, own) is { } referred)
            return referred;
        return await fetcher.AskAsync(name, type, own, cancellationToken);
    }

    /// <inheritdoc/>
    public WorkLimit Work => context.Query.Work;
}

using Dns;
using Dnssec;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Validation;

namespace Resolver.Recursion.Steps;

/// <summary>Fetches keys for the validation of one step, on the budget of the query the step is for.</summary>
internal sealed class KeySource(
    RRsetCache cache, InFlight inFlight, Iterator iterator, Clock clock, StepContext context) : IKeySource
{
    /// <inheritdoc/>
    public async ValueTask<Outcome> FetchAsync(DomainName name, RecordType type, CancellationToken cancellationToken)
    {
        var arena = new CacheArena();
        if (cache.TryFind(name.Wire, type, Acceptance.Fresh, clock.Now, arena, out var hit))
            return hit.IsData ? Outcome.Of(hit.Data) : Outcome.Of(hit.Denial);
        var trace = context.Trace?.Begin(Tracing.TraceKind.Question, $"{name} {type}", name, type);
        var own = context with { Trace = trace };
        var step = await inFlight.RunAsync(
            new(name, type, Checking.Enabled), own, iterator.RunAsync, cancellationToken);
        // Keys do not stand behind aliases. A zone that says so fails at once and not after every server was tried.
        return step.Links.Count == 0 && step.End is { } end
            ? end
            : Outcome.Failed(FailureReason.NoUsableAnswer, $"{name} {type} is an alias");
    }

    /// <inheritdoc/>
    public WorkLimit Work => context.Query.Work;
}

using Dns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Tracing;

namespace Resolver.Recursion.Steps;

/// <summary>
/// The three places where DNSKEY and DS sets come from: the cache, a referral that brought them, a server.
/// </summary>
internal sealed class KeyFetcher(
    RRsetCache cache, DelegationStore store, InFlight inFlight, Iterator iterator, Vetter vetter, Depositor depositor)
{
    /// <summary>What the cache has.</summary>
    public Outcome? FindCached(DomainName name, RecordType type)
    {
        if (!cache.TryFind(name.Wire, type, Acceptance.Fresh, iterator.Clock.Now, new CacheArena(), out var hit))
            return null;
        return hit.IsData ? Outcome.Of(hit.Data) : Outcome.Of(hit.Denial);
    }

    /// <summary>
    /// The DS set, or the proof that there is none, that came with the referral to the zone; null if there was no
    /// referral, or if validation does not let it pass.
    /// </summary>
    public async ValueTask<Outcome?> TakeReferredAsync(DomainName name, StepContext context)
    {
        if (store.Find(name, iterator.Clock.Now.Monotonic) is not { Referrer: { } referrer } delegation
            || (delegation.DelegationSigner.IsNone && delegation.Proofs.Count == 0))
            return null;
        var response = new ScrubbedResponse
        {
            Kind = delegation.DelegationSigner.IsNone ? ResponseKind.NoData : ResponseKind.Answer,
            ResponseCode = ResponseCode.NoError,
            Tail = name,
            Data = delegation.DelegationSigner,
            Proofs = delegation.Proofs,
            IsAuthoritative = true,
        };
        var scope = new ScrubScope(new() { Zone = referrer, Origin = DelegationOrigin.Referral }, []);
        if (await vetter.VetAsync(response, new Question(name, RecordType.Ds), scope, context) is not null)
            return null;
        context.Trace?.Note(TraceKind.Cache, "it came with the referral");
        var step = depositor.Store(response, RecordType.Ds, delegation.ReferrerServer, Checking.Enabled);
        return step.End;
    }

    /// <summary>Asks for it like for anything else, DS at the parent.</summary>
    public async ValueTask<Outcome> AskAsync(
        DomainName name, RecordType type, StepContext context, CancellationToken cancellationToken)
    {
        var key = new StepKey(name, type, Checking.Enabled);
        var step = await inFlight.RunAsync(key, context, iterator.RunAsync, cancellationToken);
        // Keys do not stand behind aliases. A zone that says so fails at once and not after every server was tried.
        return step.Links.Count == 0 && step.End is { } end
            ? end
            : Outcome.Failed(FailureReason.NoUsableAnswer, $"{name} {type} is an alias");
    }
}

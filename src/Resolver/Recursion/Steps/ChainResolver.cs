using Dns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Completes alias chains: a step for the tail, its links appended, the cache asked what it knows from there, and so
/// on until there is an outcome.
/// </summary>
internal sealed class ChainResolver(RRsetCache cache, InFlight inFlight, Iterator iterator, Clock clock)
{
    /// <summary>Goes on from the chain's tail; appends to the chain and does nothing else to it.</summary>
    public async ValueTask<Outcome> CompleteAsync(
        AliasChain chain, RecordType type, StepContext context, CancellationToken cancellationToken)
    {
        // Links found by walking stay in this arena for as long as the chain lives.
        var arena = new CacheArena();
        while (true)
        {
            var key = new StepKey(chain.TailName, type, context.Query.Checking);
            var step = await inFlight.RunAsync(key, context, iterator.RunAsync, cancellationToken);
            if (Follow(chain, step) is { } failure)
                return failure;
            if (step.End is { } end)
                return end;
            if (step.Links.Count == 0)
                return Outcome.Failed(FailureReason.NoUsableAnswer, $"nothing was said about {key.Name}");
            if (Walk(chain, type, arena) is { } known)
                return known;
        }
    }

    /// <summary>Follows what the cache knows from the chain's tail; null if the tail must be asked for.</summary>
    public Outcome? Walk(AliasChain chain, RecordType type, CacheArena arena)
    {
        var end = cache.Walk(chain, type, Acceptance.Fresh, clock.Now, arena, out var hit);
        return end switch
        {
            WalkResult.Open => null,
            WalkResult.Answered => hit.IsData ? Outcome.Of(hit.Data) : Outcome.Of(hit.Denial),
            WalkResult.Loop => Outcome.Failed(FailureReason.ChainLoop, LoopText(chain)),
            WalkResult.TooLong => Outcome.Failed(FailureReason.ChainTooLong, LengthText(chain)),
            _ => Outcome.Failed(FailureReason.NameTooLong),
        };
    }

    private static Outcome? Follow(AliasChain chain, StepResult step)
    {
        foreach (var link in step.Links)
        {
            var result = link.Set.Type == RecordType.Cname ? chain.TryFollow(link) : chain.TryFollowDname(link);
            switch (result)
            {
                case FollowResult.Followed:
                    break;
                case FollowResult.Loop:
                    return Outcome.Failed(FailureReason.ChainLoop, LoopText(chain));
                case FollowResult.TooLong:
                    return Outcome.Failed(FailureReason.ChainTooLong, LengthText(chain));
                default:
                    return Outcome.Failed(FailureReason.NameTooLong);
            }
        }
        return null;
    }

    private static string LoopText(AliasChain chain) =>
        $"the aliases lead from {chain.TailName} back to a name before";

    private static string LengthText(AliasChain chain) =>
        $"more than {AliasChain.MaxLength} aliases, at {chain.TailName}";
}

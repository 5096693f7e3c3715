using Dns;
using Dnssec;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Exchanges;
using Resolver.Recursion.Inquiries;
using Resolver.Recursion.Responses;
using Resolver.Recursion.Tracing;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Finds out about one name and one type: from the closest servers known, referral by referral, to those that have
/// the answer.
/// </summary>
internal sealed class Iterator(
    DelegationFinder finder,
    Inquirer inquirer,
    Vetter vetter,
    Depositor depositor,
    FailureMemory memory,
    RRsetCache cache)
{
    /// <summary>
    /// Questions on the way to one answer: every label of a deep name may be a zone of its own and be asked about
    /// more than once; the budget usually ends sooner.
    /// </summary>
    public const int MaxRounds = 64;

    /// <summary>Milliseconds before a delegation whose servers all fail is asked for again.</summary>
    public const int RefreshAfterMs = 60_000;

    private readonly CacheArena _arena = new();
    private readonly RecursionOptions _options = inquirer.Options;

    /// <summary>The time.</summary>
    public Clock Clock => inquirer.Clock;

    /// <summary>Runs one step, unless it has failed a moment ago.</summary>
    public async ValueTask<StepResult> RunAsync(StepKey key, StepContext context)
    {
        if (memory.Find(key, Clock.Now) is { } known)
        {
            context.Trace?.Note(TraceKind.Cache, "it failed a moment ago");
            return StepResult.Ended(known);
        }
        var result = await FindOutAsync(key, context);
        memory.Note(key, result, context, Clock.Now);
        return result;
    }

    private async ValueTask<StepResult> FindOutAsync(StepKey key, StepContext context)
    {
        var start = await finder.FindAsync(key.Name, key.Type, context, null);
        var result = await WalkAsync(key, context, start, null);
        if (!result.IsFailure || start.TrustDomain is not { Fallback: ZoneFallback.ResolveNormally } zone)
            return result;
        context.Trace?.Note(TraceKind.Decision, $"the servers named for {zone.Zone} have no answer: resolved normally");
        return await WalkAsync(key, context, await finder.FindAsync(key.Name, key.Type, context, zone), zone);
    }

    private async ValueTask<StepResult> WalkAsync(
        StepKey key, StepContext context, Delegation zone, ConfiguredZone? bypass)
    {
        var minimiser = new Minimiser(key.Name, _options.QnameMinimisation);
        for (var round = 0; round < MaxRounds; round++)
        {
            var shown = NextName(minimiser, zone);
            var isProbe = !ReferenceEquals(shown, key.Name);
            var question = QuestionFor(shown, isProbe, zone, key);
            var scope = new ScrubScope(zone, ZonesWithout(bypass))
            {
                TakesForeignGlue = !_options.UsesStrictGlue,
                IsAboveCuts = question.Type == RecordType.Ds,
            };
            var found = await inquirer.AskAsync(
                zone, question, context, scope, vetter.For(question, scope, context));
            if (isProbe)
                minimiser.Sent();
            // One that was taken for want of a better has not been looked at yet.
            if (found.Response is { Verdict: null } late)
                await vetter.VetAsync(late, question, scope, context);
            if (found.Response is { Kind: ResponseKind.Referral } referral)
            {
                var next = ReferralReader.Read(referral, zone, found.Server, _options, Clock.Now.Monotonic);
                zone = await FollowAsync(next, key, context, bypass);
                continue;
            }
            if (found.Response is null && IsWorthRefreshing(found.Reason, zone))
            {
                context.Trace?.Note(TraceKind.Decision, $"the parent of {zone.Zone} is asked who serves it now");
                finder.Expire(zone);
                zone = await finder.FindAsync(key.Name, key.Type, context, bypass);
                continue;
            }
            if (!isProbe)
                return found.Response is { } response
                    ? depositor.Store(response, question.Type, found.Server, key.Checking)
                    : StepResult.Failed(found.Reason, found.Text);
            if (ConcludeProbe(found, question, minimiser) is { } end)
                return end;
        }
        return StepResult.Failed(FailureReason.NoUsableAnswer, $"too many referrals for {key.Name}");
    }

    // A zone may have moved to other servers since. The parent is asked at most once for each delegation and minute.
    private bool IsWorthRefreshing(FailureReason reason, Delegation zone) =>
        reason is FailureReason.NoReachableAuthority or FailureReason.NoUsableAnswer
        && zone.Origin == DelegationOrigin.Referral
        && !zone.LearntAt.PlusMilliseconds(RefreshAfterMs).IsAfter(Clock.Now.Monotonic);

    private DomainName NextName(Minimiser minimiser, Delegation zone)
    {
        while (true)
        {
            var shown = minimiser.Next(zone);
            // What the cache knows about a name on the way need not be asked again.
            _arena.Reset();
            if (!cache.TryFind(shown.Wire, Minimiser.ProbeType, Acceptance.Fresh, Clock.Now, _arena, out var hit)
                || (!hit.IsData && hit.Denial.Kind == DenialKind.NxDomain)
                || ReferenceEquals(shown, minimiser.WholeName))
                return shown;
            minimiser.Passed(shown);
        }
    }

    private async ValueTask<Delegation> FollowAsync(
        Delegation next, StepKey key, StepContext context, ConfiguredZone? bypass)
    {
        next = finder.Remember(next);
        context.Trace?.Note(
            TraceKind.Delegation,
            $"{next.Zone} is served by {string.Join(", ", next.Servers.Select(server => server.Name))}");
        // Zones further down may be known still, now that this one stands again.
        var closest = await finder.FindAsync(key.Name, key.Type, context, bypass);
        return closest.Zone.IsBelow(next.Zone) ? closest : next;
    }

    /// <summary>What a response to part of the name means; null to go on.</summary>
    private StepResult? ConcludeProbe(InquiryResult found, Question question, Minimiser minimiser)
    {
        if (found.Response is not { } response || response.FirstVerdict.Status == SecurityStatus.Bogus)
        {
            minimiser.GiveUp();
            return null;
        }
        if (response.Kind != ResponseKind.NxDomain)
        {
            depositor.Store(response, question.Type, found.Server, Checking.Enabled);
            minimiser.Passed(question.Name);
            return null;
        }
        // RFC 8020 §2: nothing is below a name that does not exist. Too many servers say so of names that have
        // something below (RFC 9156 §3), so without strictness the whole name decides.
        if (_options.QnameMinimisation == QnameMinimisation.Strict && response.Links.Count == 0)
            return depositor.Store(response, question.Type, found.Server, Checking.Enabled);
        minimiser.GiveUp();
        return null;
    }

    private Question QuestionFor(DomainName name, bool isProbe, Delegation zone, StepKey key) =>
        new(name, isProbe ? Minimiser.ProbeType : key.Type)
        {
            IsProbe = isProbe,
            AsksForRecursion = zone.IsForward,
            DisablesChecking = zone.IsForward && key.Checking == Checking.Disabled,
            AsksForSignatures = _options.AsksForSignatures,
        };

    private IReadOnlyList<ConfiguredZone> ZonesWithout(ConfiguredZone? bypass) => bypass is null
        ? _options.Zones
        : [.. _options.Zones.Where(zone => !ReferenceEquals(zone, bypass))];
}

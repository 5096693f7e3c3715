using Dns;
using Dns.Edns;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Policy;
using Resolver.Ports;
using Resolver.Queries;

namespace Resolver;

/// <summary>
/// The way of a query from packet to response: parse, judge, walk the cache, encode. Everything here happens at
/// once, on the worker that received the packet; what is not in the cache is handed back as work for the question's
/// home worker. One handler belongs to one worker.
/// </summary>
/// <param name="settings">What the operator decided.</param>
/// <param name="cache">The cache, shared by all workers.</param>
/// <param name="comparer">The keyed hash that gives equal questions one home; the same on all workers.</param>
public sealed class QueryHandler(HandlerSettings settings, RRsetCache cache, DomainNameComparer comparer)
{
    private readonly CacheArena _arena = new();
    private readonly AliasChain _chain = new();
    private readonly RefusalLimit _refusals = new();

    /// <summary>Handles one packet.</summary>
    [HotPath]
    public HandleResult Handle(in ClientRequest request, in Moment now)
    {
        if (!QueryParser.TryParse(request.Packet, out var query, out var fault))
            return RejectMalformed(request, fault);
        if (!settings.Access.Allows(request.Client.Address))
            return RefuseStranger(request, now);
        var verdict = QuestionRules.Judge(query, request.Client, settings.NonRecursive);
        if (verdict != QuestionVerdict.Resolve)
            return AnswerUnresolved(request, query, verdict);
        _arena.Reset();
        _chain.Restart(query.Name);
        if (settings.LocalZones.Find(query.Name, query.Type) is { } zone)
            return Finish(request, query, FindLocally(zone, query));
        if (TryFindCached(query, now, out var outcome))
            return Finish(request, query, outcome);
        return query.Header.IsRecursionDesired
            ? HandleResult.Pending(NewWork(request, query))
            : Reject(request, ResponseCode.Refused, ExtendedErrorCode.NotAuthoritative);
    }

    private Outcome FindLocally(LocalZone zone, in Query query)
    {
        if (query.Type != RecordType.Cname && zone.TryFindAlias(query.Name, out var alias))
            _chain.TryFollow(alias);
        return zone.Find(_chain.Tail, query.Type);
    }

    private bool TryFindCached(in Query query, in Moment now, out Outcome outcome)
    {
        outcome = default;
        if (query.Type == RecordType.Any)
            return TryFindAnyCached(now, out outcome);
        var end = cache.Walk(_chain, query.Type, Acceptance.Fresh, now, _arena, out var hit);
        if (end == WalkResult.Open)
            return false;
        outcome = end == WalkResult.Answered ? OutcomeOf(hit) : Outcome.Failed(FailureOf(end));
        return true;
    }

    private static FailureReason FailureOf(WalkResult end) => end switch
    {
        WalkResult.Loop => FailureReason.ChainLoop,
        WalkResult.NameTooLong => FailureReason.NameTooLong,
        _ => FailureReason.ChainTooLong,
    };

    // RFC 8482 §4.1: one RRset that is there is answer enough.
    private bool TryFindAnyCached(in Moment now, out Outcome outcome)
    {
        foreach (var type in AnyQuestion.Candidates)
        {
            if (cache.TryWalk(_chain, type, now, _arena, out var hit) && hit.IsData)
            {
                outcome = OutcomeOf(hit);
                return true;
            }
        }
        outcome = default;
        return false;
    }

    private static Outcome OutcomeOf(in CacheHit hit) => hit.IsData ? Outcome.Of(hit.Data) : Outcome.Of(hit.Denial);

    private HandleResult Finish(in ClientRequest request, in Query query, in Outcome outcome)
    {
        var length = AnswerEncoder.Encode(
            query, request.Client, new Answer(_chain, outcome), settings.Responses, request.Extras, request.Response);
        if (settings.ChecksOwnAnswers)
            AnswerCheck.Demand(request.Response[..length], query);
        var isDue = outcome.Kind == OutcomeKind.Data && outcome.Data.IsPrefetchDue;
        return HandleResult.Answered(length, isDue ? NewWork(request, query) : null);
    }

    private PendingQuery NewWork(in ClientRequest request, in Query query) =>
        new(request, query, _chain.Detach(), comparer.Hash(query.Name) + (ulong)query.Type);

    private HandleResult AnswerUnresolved(in ClientRequest request, in Query query, QuestionVerdict verdict)
    {
        if (verdict != QuestionVerdict.Identity)
            return Reject(request, verdict);
        if (settings.Identity.Find(query.Name, query.Type) is not { } outcome)
            return Reject(request, ResponseCode.Refused, null);
        _chain.Restart(query.Name);
        return Finish(request, query, outcome);
    }

    private static HandleResult Reject(in ClientRequest request, QuestionVerdict verdict) => verdict switch
    {
        QuestionVerdict.Malformed => Reject(request, ResponseCode.FormErr, null),
        QuestionVerdict.InvalidType => Reject(request, ResponseCode.FormErr, ExtendedErrorCode.InvalidQueryType),
        QuestionVerdict.NotImplemented => Reject(request, ResponseCode.NotImp, ExtendedErrorCode.NotSupported),
        QuestionVerdict.NotRecursive => Reject(request, ResponseCode.Refused, ExtendedErrorCode.NotAuthoritative),
        QuestionVerdict.Truncate => HandleResult.Answered(
            RejectionEncoder.EncodeTruncated(request.Packet, request.Response)),
        _ => Reject(request, ResponseCode.Refused, ExtendedErrorCode.NotSupported),
    };

    private HandleResult RejectMalformed(in ClientRequest request, QueryFault fault)
    {
        // A response is never answered, or two servers could answer each other for ever.
        if (fault == QueryFault.NotAQuery)
            return HandleResult.Dropped;
        if (!settings.Access.Allows(request.Client.Address))
            return HandleResult.Dropped;
        return fault switch
        {
            QueryFault.OpcodeNotImplemented => Reject(request, ResponseCode.NotImp, null),
            QueryFault.EdnsVersion => Reject(request, ResponseCode.BadVers, null),
            _ => Reject(request, ResponseCode.FormErr, null),
        };
    }

    private HandleResult RefuseStranger(in ClientRequest request, in Moment now)
    {
        if (request.Client.IsDatagram && !_refusals.TryTake(now))
            return HandleResult.Dropped;
        return Reject(request, ResponseCode.Refused, ExtendedErrorCode.Prohibited);
    }

    private static HandleResult Reject(in ClientRequest request, ResponseCode rcode, ExtendedErrorCode? error) =>
        HandleResult.Answered(RejectionEncoder.Encode(request.Packet, rcode, error, request.Response));
}

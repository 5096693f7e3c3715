using Dns;
using Dnssec;
using Resolver.Answers;
using Resolver.Cache;
using Resolver.Ports;
using Resolver.Recursion.Delegations;
using Resolver.Recursion.Responses;
using Resolver.Validation;

namespace Resolver.Recursion.Steps;

/// <summary>
/// Puts what was scrubbed and looked at by validation into the cache, and makes of it the result of a step.
/// </summary>
internal sealed class Depositor(RRsetCache cache, Clock clock, IReadOnlyList<ConfiguredZone> zones)
{
    /// <summary>Stores a response for the question it answers, as far as it can be relied on.</summary>
    public StepResult Store(ScrubbedResponse response, RecordType type, ServerAddress server, Checking checking)
    {
        var verdict = response.Verdict!;
        var now = clock.Now;
        if (IsRefused(response.FirstVerdict, checking))
            return Bogus(response.FirstVerdict);
        var links = new List<CachedRRset>();
        for (var i = 0; i < response.Links.Count; i++)
        {
            if (i > 0 && !IsReliable(verdict.Links[i], response))
                return StepResult.Alias(links);
            links.Add(StoreSet(response.Links[i], verdict.Links[i], response, server, now));
        }
        if (response.Kind == ResponseKind.Alias || (links.Count > 0 && !IsReliable(verdict.End, response)))
            return StepResult.Alias(links);
        return StepResult.Ended(
            response.Kind == ResponseKind.Answer
                ? Outcome.Of(StoreSet(response.Data, verdict.End, response, server, now))
                : Outcome.Of(StoreDenial(response, type, verdict.End, server, now)),
            links);
    }

    // RFC 2181 §5.4.1: of an answer with aliases only the first is authoritative; the rest may come from a cache, and
    // is asked for under its own name, unless its signatures prove it.
    private static bool IsReliable(PartVerdict part, ScrubbedResponse response) =>
        part.Status == SecurityStatus.Secure
        || (response.IsFromForwarder && part.Status != SecurityStatus.Bogus);

    private static bool IsRefused(PartVerdict part, Checking checking) =>
        part.Status == SecurityStatus.Bogus && checking == Checking.Enabled;

    private static StepResult Bogus(PartVerdict part) => StepResult.Ended(
        part.Error is { } error
            ? Outcome.Failed(FailureReason.Bogus, error)
            : Outcome.Failed(FailureReason.Bogus));

    private CachedRRset StoreSet(
        RRset set, PartVerdict verdict, ScrubbedResponse response, ServerAddress server, in Moment now)
    {
        var scrubbed = new ScrubbedRRset
        {
            Set = set,
            Lifetime = cache.Ttls.ForData(verdict.MaxLifetime is { } bound ? Ttl.Min(set.Ttl, bound) : set.Ttl),
            Credibility = response.IsAuthoritative ? Credibility.AuthoritativeAnswer : Credibility.Answer,
            Security = verdict.Status,
            Origin = server,
            Proofs = IsFromWildcard(set) ? verdict.Proofs : default,
            SignaturesEnd = verdict.SignaturesEnd,
        };
        cache.Store(scrubbed, now);
        return scrubbed.AsFound();
    }

    private CachedDenial StoreDenial(
        ScrubbedResponse response, RecordType type, PartVerdict verdict, ServerAddress server, in Moment now)
    {
        var lifetime = cache.Ttls.ForDenial(response.Soa);
        var scrubbed = new ScrubbedDenial
        {
            Kind = response.Kind == ResponseKind.NoData || IsConfigured(response.Tail)
                ? DenialKind.NoData
                : DenialKind.NxDomain,
            Soa = response.Soa,
            Proofs = verdict.Proofs,
            Lifetime = verdict.MaxLifetime is { } bound ? Ttl.Min(lifetime, bound) : lifetime,
            Credibility = response.IsAuthoritative ? Credibility.AuthoritativeAuthority : Credibility.Answer,
            Security = verdict.Status,
            Origin = server,
            SignaturesEnd = verdict.SignaturesEnd,
        };
        cache.StoreDenial(response.Tail.Wire, type, scrubbed, now);
        return scrubbed.AsFound();
    }

    // The public tree does not know the zone: it has no DS there, and the zone exists all the same.
    private bool IsConfigured(DomainName name)
    {
        foreach (var zone in zones)
        {
            if (zone.Zone.Equals(name))
                return true;
        }
        return false;
    }

    // RFC 4035 §5.3.4: fewer labels in the signature than in the owner tell of a wildcard.
    private static bool IsFromWildcard(RRset set)
    {
        var labels = WireName.CountLabels(set.Owner) - (WireName.IsWildcard(set.Owner) ? 1 : 0);
        foreach (var signature in set.Signatures)
        {
            if (Dns.Records.RrsigData.TryRead(signature, out var rrsig) && rrsig.Labels < labels)
                return true;
        }
        return false;
    }
}

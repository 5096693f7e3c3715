using Dns;

namespace Resolver.Recursion.Responses;

/// <summary>
/// Takes out of a response what belongs to the question and lies in the server's bailiwick. NS sets beside an answer,
/// addresses nobody asked for and sets of other owners are never used, so they cannot poison anything.
/// </summary>
internal static class Scrubber
{
    /// <summary>Scrubs a response to the question and says what it is.</summary>
    public static ScrubbedResponse Scrub(ParsedResponse response, DomainName name, RecordType type, ScrubScope scope)
    {
        var walk = AnswerWalk.Through(response, name, type, scope);
        var authority = AuthorityView.Of(response, walk.Tail, scope);
        var kind = Classifier.Classify(response, walk, authority, type, scope);
        var isReferral = kind == ResponseKind.Referral;
        var isDenial = kind is ResponseKind.NoData or ResponseKind.NxDomain;
        return new()
        {
            Kind = kind,
            ResponseCode = response.ResponseCode,
            Source = response,
            Links = walk.Links,
            Tail = walk.Tail,
            Data = kind == ResponseKind.Answer ? walk.Data : default,
            Soa = isDenial ? authority.Soa : default,
            Proofs = authority.Proofs,
            NameServers = isReferral ? authority.NameServers : default,
            DelegationSigner = isReferral ? authority.DelegationSigner : default,
            Glue = isReferral ? GlueOf(response, authority.NameServers, scope) : [],
            IsFromForwarder = scope.IsForward,
            IsAuthoritative = response.Header.IsAuthoritative || scope.IsForward,
            IsDubious = !isReferral && IsDubious(response, kind, authority, scope),
            Notes = walk.Notes,
        };
    }

    // A recursive server where an authority should be; a denial that nobody signs with an SOA, perhaps because what
    // was there could not be read.
    private static bool IsDubious(
        ParsedResponse response, ResponseKind kind, AuthorityView authority, ScrubScope scope) =>
        scope.IsForward
            ? kind == ResponseKind.NoData && response.MalformedCount > 0
            : response.Header is { IsAuthoritative: false, IsRecursionAvailable: true }
                || (kind == ResponseKind.NoData && authority.Soa.IsNone);

    private static List<RRset> GlueOf(ParsedResponse response, RRset nameServers, ScrubScope scope)
    {
        var glue = new List<RRset>();
        foreach (var set in response.Additional)
        {
            if (set.Type is RecordType.A or RecordType.Aaaa && scope.TakesGlue(set.Owner) && IsServer(set, nameServers))
                glue.Add(set);
        }
        return glue;
    }

    private static bool IsServer(RRset addresses, RRset nameServers)
    {
        foreach (var server in nameServers.Records)
        {
            if (WireName.Equals(server, addresses.Owner))
                return true;
        }
        return false;
    }
}

using Dns;

namespace Resolver.Recursion.Responses;

/// <summary>Says what a response is, by RFC 1034 §5.3.3 and RFC 2308 §2. Pure.</summary>
internal static class Classifier
{
    /// <summary>Decides on the kind, given what the walk through the answer section found.</summary>
    public static ResponseKind Classify(
        ParsedResponse response, AnswerWalk walk, AuthorityView authority, RecordType type, ScrubScope scope)
    {
        switch (response.ResponseCode)
        {
            case ResponseCode.NoError:
                break;
            case ResponseCode.NxDomain:
                return OfNxDomain(walk);
            // RFC 6672 §2.2: the DNAME made a name too long.
            case ResponseCode.YxDomain when walk.Links.Count > 0:
                return ResponseKind.Alias;
            case ResponseCode.BadCookie:
                return ResponseKind.BadCookie;
            case ResponseCode.FormErr or ResponseCode.NotImp or ResponseCode.BadVers:
                return ResponseKind.NotUnderstood;
            default:
                return ResponseKind.Failed;
        }
        if (!walk.Data.IsNone)
            return ResponseKind.Answer;
        if (walk.Links.Count > 0)
            return walk.IsTailCovered && !authority.Soa.IsNone ? ResponseKind.NoData : ResponseKind.Alias;
        return OfEmptyAnswer(response, authority, type, scope);
    }

    private static ResponseKind OfNxDomain(AnswerWalk walk)
    {
        // The set asked for says more than a code that contradicts it.
        if (!walk.Data.IsNone)
            return ResponseKind.Answer;
        // RFC 6604 §3: the code is that of the last name. If that is not theirs, they know nothing about it.
        return walk.IsTailCovered ? ResponseKind.NxDomain : ResponseKind.Alias;
    }

    private static ResponseKind OfEmptyAnswer(
        ParsedResponse response, AuthorityView authority, RecordType type, ScrubScope scope)
    {
        // RFC 2308 §2.2: NODATA has an SOA, or neither SOA nor NS; NS alone is a referral.
        if (!authority.Soa.IsNone)
            return ResponseKind.NoData;
        if (scope.IsForward)
            return ResponseKind.NoData;
        if (!authority.NameServers.IsNone)
        {
            // RFC 4035 §3.1.4.1: DS belongs to the parent. A server that refers to the child has none.
            return type == RecordType.Ds && WireName.Equals(authority.NameServers.Owner, authority.Name.Wire)
                ? ResponseKind.NoData
                : ResponseKind.Referral;
        }
        return !authority.PointsElsewhere && KnowsTheName(response, authority)
            ? ResponseKind.NoData
            : ResponseKind.Lame;
    }

    // Nothing at all, from a server that does not claim the zone, is no denial. A proof, or another type at the name,
    // tells that it knows the zone all the same.
    private static bool KnowsTheName(ParsedResponse response, AuthorityView authority)
    {
        if (response.Header.IsAuthoritative || authority.Proofs.Count > 0)
            return true;
        foreach (var set in response.Answer)
        {
            if (WireName.Equals(set.Owner, authority.Name.Wire))
                return true;
        }
        return false;
    }
}

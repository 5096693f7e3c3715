using Dns;
using Dnssec;
using Resolver.Cache;

namespace Resolver.Answers;

/// <summary>
/// What a client is told: the aliases followed and how it ended at their tail. There is no list of records to put
/// into an order; the one encoder writes the chain, then the outcome.
/// </summary>
/// <param name="chain">The aliases, starting at the question's name.</param>
/// <param name="outcome">What was found at the chain's tail.</param>
public readonly struct Answer(AliasChain chain, Outcome outcome)
{
    /// <summary>The aliases followed from the question.</summary>
    public AliasChain Chain { get; } = chain;

    /// <summary>What was found at the tail.</summary>
    public Outcome Outcome { get; } = IsBare(chain, outcome)
        ? Outcome.Failed(FailureReason.NoUsableAnswer, "the end of the aliases is denied without SOA")
        : outcome;

    /// <summary>The response code: that of the end of the chain (RFC 6604 §3).</summary>
    public ResponseCode ResponseCode => Outcome.Kind switch
    {
        OutcomeKind.Data or OutcomeKind.NoData => ResponseCode.NoError,
        OutcomeKind.NxDomain => ResponseCode.NxDomain,
        _ => Outcome.Failure == FailureReason.NameTooLong ? ResponseCode.YxDomain : ResponseCode.ServFail,
    };

    /// <summary>
    /// The AD bit: every link and the outcome are proven secure (RFC 4035 §3.2.3). Nobody can set it.
    /// </summary>
    public bool IsAuthenticated
    {
        get
        {
            if (Outcome.Security != SecurityStatus.Secure)
                return false;
            foreach (ref readonly var link in Chain.Links)
            {
                if (link.Security != SecurityStatus.Secure)
                    return false;
            }
            return true;
        }
    }

    /// <summary>True if anything in it is past its lifetime.</summary>
    public bool IsStale => Outcome.Freshness != Freshness.Fresh || Chain.HasStaleLink;

    // NOERROR with aliases and neither data nor SOA is what most stub resolvers cannot read: a zone that denies
    // without SOA or proof at the end of a chain has not answered.
    private static bool IsBare(AliasChain chain, in Outcome outcome) => chain.Count > 0
        && outcome.Kind == OutcomeKind.NoData && outcome.Denial.Soa.IsNone && outcome.Denial.Proofs.Count == 0;
}

using Dns;

namespace Resolver.LocalRoot;

/// <summary>
/// What the root zone says to a question, every set with its signatures. All of it was verified when the copy was
/// taken, but for the NS and address records of a referral, which nobody signs.
/// </summary>
public sealed record RootAnswer
{
    /// <summary>What it says.</summary>
    public required RootAnswerKind Kind { get; init; }

    /// <summary>The set asked for, where the kind is Data.</summary>
    public RRset Data { get; init; }

    /// <summary>The root's SOA set, where the kind is NoData or NxDomain.</summary>
    public RRset Soa { get; init; }

    /// <summary>NSEC sets: of a denial, or of a referral to an unsigned domain.</summary>
    public IReadOnlyList<RRset> Proofs { get; init; } = [];

    /// <summary>The servers of the domain, where the kind is Referral.</summary>
    public RRset NameServers { get; init; }

    /// <summary>The DS set of the domain; none if it is unsigned.</summary>
    public RRset DelegationSigner { get; init; }

    /// <summary>A and AAAA sets of the servers.</summary>
    public IReadOnlyList<RRset> Glue { get; init; } = [];
}

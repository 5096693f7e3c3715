using Dns;
using Resolver.Validation;

namespace Resolver.Recursion.Responses;

/// <summary>
/// What is left of a response: only what belongs to the question and lies in the server's bailiwick, each part in
/// its place. Made by the <see cref="Scrubber"/> alone.
/// </summary>
internal sealed class ScrubbedResponse
{
    /// <summary>What it says.</summary>
    public required ResponseKind Kind { get; init; }

    /// <summary>The response code, EDNS bits included.</summary>
    public required ResponseCode ResponseCode { get; init; }

    /// <summary>The response as it was read; null for what was kept from an earlier one.</summary>
    public ParsedResponse? Source { get; init; }

    /// <summary>CNAME and DNAME sets that lead from the question's name to <see cref="Tail"/>, in order.</summary>
    public IReadOnlyList<RRset> Links { get; init; } = [];

    /// <summary>The name at the end of the aliases.</summary>
    public required DomainName Tail { get; init; }

    /// <summary>The set asked for, at the tail; none unless the kind is Answer.</summary>
    public RRset Data { get; init; }

    /// <summary>The SOA of a denial; none if there was none.</summary>
    public RRset Soa { get; init; }

    /// <summary>NSEC and NSEC3 sets of the authority section.</summary>
    public IReadOnlyList<RRset> Proofs { get; init; } = [];

    /// <summary>The NS set of a referral.</summary>
    public RRset NameServers { get; init; }

    /// <summary>The DS set of a referral; none if there was none.</summary>
    public RRset DelegationSigner { get; init; }

    /// <summary>Address sets of a referral's servers.</summary>
    public IReadOnlyList<RRset> Glue { get; init; } = [];

    /// <summary>True if the zone itself said so, or a forwarder that was asked to find out.</summary>
    public bool IsAuthoritative { get; init; }

    /// <summary>True if the operator's forwarder gave it, having followed aliases as it was asked to.</summary>
    public bool IsFromForwarder { get; init; }

    /// <summary>What validation found about the part that decides whether to take the response: its first.</summary>
    public PartVerdict FirstVerdict => Links.Count > 0 ? Verdict!.Links[0] : Verdict!.End;

    /// <summary>
    /// True for an answer that a recursive server gave where an authority was asked, and for a denial without SOA:
    /// to be used only if nobody has a better one.
    /// </summary>
    public bool IsDubious { get; init; }

    /// <summary>What validation found; null until it has looked.</summary>
    public Verdict? Verdict { get; set; }

    /// <summary>What was left out and why, in words, for a trace.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

using Dns;

namespace Resolver.Validation;

/// <summary>
/// A response that has been scrubbed: in bailiwick, reduced to what belongs to the question, and not yet believed.
/// </summary>
public sealed record UnvalidatedResponse
{
    /// <summary>The name asked for.</summary>
    public required DomainName Name { get; init; }

    /// <summary>The type asked for.</summary>
    public required RecordType Type { get; init; }

    /// <summary>The zone whose servers were asked; every owner lies at or below it.</summary>
    public required DomainName Zone { get; init; }

    /// <summary>CNAME and DNAME sets from the name to the tail, in order, with their signatures.</summary>
    public required IReadOnlyList<RRset> Links { get; init; }

    /// <summary>The name at the end of the aliases.</summary>
    public required DomainName Tail { get; init; }

    /// <summary>What is said about the tail.</summary>
    public required ResponseEnd End { get; init; }

    /// <summary>The set asked for, where the end is Data.</summary>
    public RRset Data { get; init; }

    /// <summary>The SOA of a denial; none if there was none.</summary>
    public RRset Soa { get; init; }

    /// <summary>NSEC and NSEC3 sets of the authority section, with their signatures.</summary>
    public IReadOnlyList<RRset> Proofs { get; init; } = [];
}

using Dns;
using Dnssec;
using Resolver.Ports;

namespace Resolver.Cache;

/// <summary>Everything the cache knows about one of its entries, for the operator.</summary>
public sealed record ExplainedEntry
{
    /// <summary>The name it is kept under.</summary>
    public required DomainName Name { get; init; }

    /// <summary>The type; of the denial of a whole name, none.</summary>
    public RecordType? Type { get; init; }

    /// <summary>What is denied; null for data.</summary>
    public DenialKind? Denial { get; init; }

    /// <summary>The set, or the SOA of a denial, which may be none.</summary>
    public required RRset Set { get; init; }

    /// <summary>The sets that prove it.</summary>
    public RRsetSequence Proofs { get; init; }

    /// <summary>Whether it is used, and if not, why.</summary>
    public required ExplainedState State { get; init; }

    /// <summary>The lifetime it was stored with, after the caps.</summary>
    public required Ttl Lifetime { get; init; }

    /// <summary>What is left of that; zero if it is over.</summary>
    public required Ttl Remaining { get; init; }

    /// <summary>How long it has been over.</summary>
    public required Ttl StaleFor { get; init; }

    /// <summary>How far it is to be believed.</summary>
    public required Credibility Credibility { get; init; }

    /// <summary>What validation found.</summary>
    public required SecurityStatus Security { get; init; }

    /// <summary>The server it came from.</summary>
    public required ServerAddress Origin { get; init; }

    /// <summary>When it was stored, by the wall clock of now.</summary>
    public required UnixTime StoredAt { get; init; }

    /// <summary>When the first of the signatures it rests on ends.</summary>
    public UnixTime? SignaturesEnd { get; init; }

    /// <summary>How often it has been found since it was stored; counted up to 15.</summary>
    public required int Hits { get; init; }

    /// <summary>True for what only helps to find servers and answers nobody.</summary>
    public bool IsGlue => Credibility < Credibility.Answer;
}

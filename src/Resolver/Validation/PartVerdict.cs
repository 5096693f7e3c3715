using Dns;
using Dnssec;
using Resolver.Answers;

namespace Resolver.Validation;

/// <summary>What validation found about one link, or about the end, of a response.</summary>
/// <param name="Status">Secure, insecure, bogus, or not looked at.</param>
/// <param name="Error">What goes along to the client: the cause, where it is bogus.</param>
public readonly record struct PartVerdict(SecurityStatus Status, ExtendedError? Error = null)
{
    /// <summary>The longest lifetime the signatures allow (RFC 4035 §5.3.3); null for no bound.</summary>
    public Ttl? MaxLifetime { get; init; }

    /// <summary>When the first signature it rests on ends; null where none does.</summary>
    public UnixTime? SignaturesEnd { get; init; }

    /// <summary>The NSEC or NSEC3 sets it rests on: of a denial, or of a set synthesised from a wildcard.</summary>
    public RRsetSequence Proofs { get; init; }
}

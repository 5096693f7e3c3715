using Dns;
using Dnssec;
using Resolver.Answers;

namespace Resolver.Validation;

/// <summary>
/// Where validation gets DNSKEY and DS sets from. What comes back has been validated itself: its security status
/// says what to make of it. DS sets are asked for on the parent's side. Every look-up is paid for by the budget of
/// the client query it is made for.
/// </summary>
public interface IKeySource
{
    /// <summary>Looks up the DNSKEY or DS set of a name; a denial says there is none.</summary>
    ValueTask<Outcome> FetchAsync(DomainName name, RecordType type, CancellationToken cancellationToken);

    /// <summary>What the client query may still cost in signatures and hashes.</summary>
    WorkLimit Work { get; }
}

using Dns;
using Dns.Edns;

namespace Resolver.Cache;

/// <summary>A failure that is remembered, so that nobody asks again yet.</summary>
/// <param name="Kind">What failed.</param>
/// <param name="Code">The extended error the first client got.</param>
/// <param name="Remaining">How long until it may be tried again.</param>
/// <param name="Attempts">How often it has failed in a row.</param>
public readonly record struct CachedFailure(
    FailureKind Kind, ExtendedErrorCode Code, Ttl Remaining, int Attempts);

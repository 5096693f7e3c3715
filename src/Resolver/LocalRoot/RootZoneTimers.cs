using Dns;

namespace Resolver.LocalRoot;

/// <summary>The timers of the root's SOA record (RFC 1035 §3.3.13).</summary>
/// <param name="Refresh">How long after a confirmation to look for a new version.</param>
/// <param name="Retry">How long after a failure to look again.</param>
/// <param name="Expire">How long a copy may be used without a confirmation.</param>
public readonly record struct RootZoneTimers(Ttl Refresh, Ttl Retry, Ttl Expire);

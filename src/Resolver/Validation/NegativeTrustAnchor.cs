using Dns;

namespace Resolver.Validation;

/// <summary>A name at and below which signatures are not looked at, for a time (RFC 7646 §2).</summary>
/// <param name="Name">The name.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="Until">When it ends; null for one that stands in the configuration.</param>
public sealed record NegativeTrustAnchor(DomainName Name, string Reason, UnixTime? Until);

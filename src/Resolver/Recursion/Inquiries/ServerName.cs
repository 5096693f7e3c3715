using Dns;

namespace Resolver.Recursion.Inquiries;

/// <summary>A server known by its name alone.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Zone">The zone it serves, for whose sake it is looked up.</param>
internal readonly record struct ServerName(DomainName Name, DomainName Zone);

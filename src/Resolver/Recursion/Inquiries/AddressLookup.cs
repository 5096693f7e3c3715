using Dns;
using Resolver.Ports;
using Resolver.Recursion.Steps;

namespace Resolver.Recursion.Inquiries;

/// <summary>Looks up the addresses of one type of a server's name, by resolving it like any other name.</summary>
internal delegate ValueTask<IReadOnlyList<HostAddress>> AddressLookup(
    DomainName name, RecordType type, StepContext context, CancellationToken cancellationToken);

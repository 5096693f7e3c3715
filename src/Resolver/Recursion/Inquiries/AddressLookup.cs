using Dns;
using Resolver.Ports;
using Resolver.Recursion.Steps;

namespace Resolver.Recursion.Inquiries;

/// <summary>Looks up the addresses of one type of a server that is known by its name alone.</summary>
internal delegate ValueTask<IReadOnlyList<HostAddress>> AddressLookup(
    ServerName server, RecordType type, StepContext context, CancellationToken cancellationToken);

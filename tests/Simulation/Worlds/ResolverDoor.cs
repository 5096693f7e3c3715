using Resolver.Ports;
using Simulation.Net;

namespace Simulation.Worlds;

/// <summary>
/// The door of the resolver under test: a client's message goes in, the answer comes out; null for none.
/// </summary>
public delegate ValueTask<byte[]?> ResolverDoor(ReadOnlyMemory<byte> message, HostAddress client, Transport transport);

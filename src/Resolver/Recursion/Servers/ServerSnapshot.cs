using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>What was measured about one server, to be kept across a reload.</summary>
/// <param name="Address">Where it listens.</param>
/// <param name="Udp">The way to it by datagram.</param>
/// <param name="Tcp">The way to it by stream.</param>
/// <param name="LosesCase">Whether it loses the case of names.</param>
public sealed record ServerSnapshot(ServerAddress Address, PathSnapshot Udp, PathSnapshot Tcp, bool LosesCase);

using Resolver.Ports;

namespace Resolver.Recursion.Servers;

/// <summary>What is known about one server, whatever zones it serves.</summary>
internal sealed class ServerRecord(ServerAddress address)
{
    /// <summary>Where it listens.</summary>
    public ServerAddress Address { get; } = address;

    /// <summary>The way to it by datagram.</summary>
    public PathEstimate Udp { get; } = new();

    /// <summary>The way to it by stream.</summary>
    public PathEstimate Tcp { get; } = new();

    /// <summary>True once the server has been seen, over TCP, to lose the case of names.</summary>
    public bool LosesCase { get; set; }

    /// <summary>Until when it is left alone but for probes; the past for a server in use.</summary>
    public Instant BackedOffUntil { get; set; } = new(long.MinValue);

    /// <summary>The way to it by this transport.</summary>
    public PathEstimate Path(Transport transport) => transport == Transport.Udp ? Udp : Tcp;
}

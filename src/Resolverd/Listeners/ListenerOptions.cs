using System.Collections.Immutable;
using Resolver.Ports;
using Resolverd.Listeners.Tcp;
using Resolverd.Listeners.Udp;

namespace Resolverd.Listeners;

/// <summary>Where clients are listened to, and how. Immutable.</summary>
internal sealed record ListenerOptions
{
    /// <summary>UDP addresses.</summary>
    public ImmutableArray<ServerAddress> Udp { get; init; } = [];

    /// <summary>TCP addresses.</summary>
    public ImmutableArray<ServerAddress> Tcp { get; init; } = [];

    /// <summary>How UDP is served.</summary>
    public DatagramOptions Datagrams { get; init; } = new();

    /// <summary>How TCP is served.</summary>
    public StreamOptions Streams { get; init; } = new();
}

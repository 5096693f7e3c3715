using Microsoft.Extensions.Logging;
using Resolver.Ports;
using Resolverd.Workers;

namespace Resolverd.Listeners;

/// <summary>What all listeners work with.</summary>
internal sealed record ListenerServices
{
    /// <summary>Time, and the timers of connections.</summary>
    public required Clock Clock { get; init; }

    /// <summary>What judges and answers packets.</summary>
    public required PacketHandlers Handlers { get; init; }

    /// <summary>What finds the answers that are not there yet.</summary>
    public required ResolverPool Resolvers { get; init; }

    /// <summary>Where unexpected exceptions go.</summary>
    public required FaultLog Faults { get; init; }

    /// <summary>Where listeners say what they do.</summary>
    public required ILogger Log { get; init; }
}

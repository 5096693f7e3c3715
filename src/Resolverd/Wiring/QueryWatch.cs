using Resolver;
using Resolver.Ports;
using Resolverd.Listeners;
using Resolverd.Workers;

namespace Resolverd.Wiring;

/// <summary>Somebody who looks on while queries are answered. Where nobody does, nothing is spent on it.</summary>
/// <param name="Packets">Looks on where packets are answered at once, or found to need more.</param>
/// <param name="Misses">
/// Looks on where answers are searched for; the clock is that of the worker that does it.
/// </param>
internal sealed record QueryWatch(
    Func<HandlePacket, HandlePacket> Packets, Func<MissResolver, Clock, CompleteQuery> Misses);

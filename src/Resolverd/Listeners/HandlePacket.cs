using Resolver;
using Resolver.Ports;

namespace Resolverd.Listeners;

/// <summary>
/// Judges one packet and answers it at once if that can be done; <see cref="QueryHandler.Handle"/> is meant. One
/// instance is used by one thread at a time.
/// </summary>
internal delegate HandleResult HandlePacket(in ClientRequest request, in Moment now);

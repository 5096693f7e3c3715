using System.Net.Sockets;
using Resolver.Ports;

namespace Resolverd.Listeners;

/// <summary>Is told of an address that cannot be listened on; returns to go on without it, or throws.</summary>
internal delegate void RefusedAddress(string transport, ServerAddress address, SocketException error);

using System.Net;
using System.Net.Sockets;
using Dns;
using Dns.Wire;
using Resolver.Ports;

namespace Resolverd.Wiring;

/// <summary>
/// The daemon's question to itself, over a real socket as a client's: the listeners must answer and every resolver
/// worker must come round. What the answer says does not matter, access lists may refuse it.
/// </summary>
internal static class SelfQuery
{
    /// <summary>Milliseconds until a daemon that does not answer itself counts as hung.</summary>
    public const int PatienceMs = 2000;

    /// <summary>Asks; true if everything answered in time.</summary>
    public static async ValueTask<bool> AskAsync(
        ServerAddress? listener, ResolverCore core, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceMs);
        try
        {
            await core.PingAsync().WaitAsync(patience.Token);
            return listener is not { } address || await AskAsync(address, patience.Token);
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> AskAsync(ServerAddress listener, CancellationToken cancellationToken)
    {
        var target = listener.ToEndPoint();
        if (target.Address.Equals(IPAddress.Any))
            target.Address = IPAddress.Loopback;
        if (target.Address.Equals(IPAddress.IPv6Any))
            target.Address = IPAddress.IPv6Loopback;
        using var socket = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(target, cancellationToken);
        var query = Compose();
        await socket.SendAsync(query, cancellationToken);
        var response = new byte[512];
        var length = await socket.ReceiveAsync(response, cancellationToken);
        return length >= MessageHeader.Length && response[0] == query[0] && response[1] == query[1];
    }

    private static byte[] Compose()
    {
        var buffer = new byte[64];
        var writer = new MessageWriter(buffer);
        writer.TryWriteQuestion("\tlocalhost\0"u8, RecordType.A, RecordClass.In);
        return buffer[..writer.Finish(0x5e1f, MessageHeader.RecursionDesiredBit)];
    }
}

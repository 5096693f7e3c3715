using System.Net.Sockets;

namespace Resolverd.Control;

/// <summary>Calls a running daemon.</summary>
internal static class ControlClient
{
    /// <summary>Seconds until a daemon that does not reply is given up.</summary>
    public const int PatienceSeconds = 30;

    /// <summary>Makes one call.</summary>
    /// <exception cref="IOException">No daemon answers on the socket.</exception>
    public static async Task<ControlReply> CallAsync(
        string path, ControlRequest request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(PatienceSeconds));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), patience.Token);
            byte[] octets = [.. request.ToLine(), (byte)'\n'];
            await socket.SendAsync(octets, patience.Token);
            var line = await new LineReader(socket, ControlReply.MaxLength).ReadAsync(patience.Token);
            return line is { } reply
                ? ControlReply.Parse(reply.Span)
                : throw new IOException($"control socket {path}: closed without a reply");
        }
        catch (SocketException error)
        {
            throw new IOException($"control socket {path}: {error.Message}; is resolverd running?", error);
        }
    }
}

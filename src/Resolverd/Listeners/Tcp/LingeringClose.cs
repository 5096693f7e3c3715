using System.IO.Pipelines;
using System.Net.Sockets;

namespace Resolverd.Listeners.Tcp;

/// <summary>
/// Ends a connection so that the last answers arrive: a socket closed with unread octets in it is reset, and the
/// reset overtakes what was sent.
/// </summary>
internal static class LingeringClose
{
    /// <summary>How long the client may take to end its side.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Tells the client that nothing more comes and reads on, into nothing, until it has ended too.</summary>
    public static async Task WaitAsync(Stream stream, PipeReader incoming, TimeProvider time)
    {
        if (stream is not NetworkStream network)
            return;
        try
        {
            network.Socket.Shutdown(SocketShutdown.Send);
            using var deadline = new CancellationTokenSource(Limit, time);
            while (await incoming.ReadAsync(deadline.Token) is { IsCompleted: false } read)
                incoming.AdvanceTo(read.Buffer.End);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException
            or OperationCanceledException)
        {
            // Gone, or too slow: it is closed either way.
        }
    }
}

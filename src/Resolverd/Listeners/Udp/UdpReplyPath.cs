using Resolverd.Workers;

namespace Resolverd.Listeners.Udp;

/// <summary>The way back to a client that asked over UDP: by the socket that its query came to.</summary>
internal sealed class UdpReplyPath(IDatagramSocket socket, DatagramPeer peer, ListenerCounters counters) : ReplyPath
{
    /// <inheritdoc/>
    public override int MaxLength => DatagramOptions.MaxResponseLength;

    /// <inheritdoc/>
    public override void Send(ReadOnlySpan<byte> response)
    {
        if (socket.TrySend(peer, response))
            counters.CountAnswered();
    }

    /// <inheritdoc/>
    public override void Abandon() => counters.CountDropped();
}

using Resolverd.Workers;

namespace Resolverd.Listeners.Tcp;

/// <summary>The way back to a client that asked over a stream.</summary>
internal sealed class StreamReplyPath(StreamConnection connection) : ReplyPath
{
    /// <inheritdoc/>
    public override int MaxLength => ushort.MaxValue;

    /// <inheritdoc/>
    public override void Send(ReadOnlySpan<byte> response) => connection.Complete(response);

    /// <inheritdoc/>
    public override void Abandon() => connection.CompleteWithoutAnswer();
}

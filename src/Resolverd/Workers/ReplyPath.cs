namespace Resolverd.Workers;

/// <summary>
/// The way back to a client that waits. It is used once, from any thread: to send, or to say that nothing comes.
/// </summary>
internal abstract class ReplyPath
{
    /// <summary>The path of work that no client waits for.</summary>
    public static ReplyPath None { get; } = new NoReplyPath();

    /// <summary>Octets of the longest response that can be sent.</summary>
    public abstract int MaxLength { get; }

    /// <summary>Sends the response. The octets are copied or gone when it returns.</summary>
    public abstract void Send(ReadOnlySpan<byte> response);

    /// <summary>Nothing will be sent.</summary>
    public abstract void Abandon();
}

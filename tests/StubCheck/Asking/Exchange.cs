using StubCheck.Wire;

namespace StubCheck.Asking;

/// <summary>A query and what came back: octets and message, or nothing.</summary>
internal sealed record Exchange(Query Query, byte[] Sent, byte[]? Received)
{
    /// <summary>The reply taken apart; null if none came or it had no whole header.</summary>
    public Message? Reply { get; } = Received is null ? null : MessageParser.Parse(Received);
}

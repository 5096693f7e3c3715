namespace Resolverd.Listeners.Udp;

/// <summary>How UDP is listened to. Immutable.</summary>
internal sealed record DatagramOptions
{
    /// <summary>Octets of the longest answer over UDP; clients are told so and answers are cut to it.</summary>
    public const int MaxResponseLength = 4096;

    /// <summary>Sockets per address, each with a thread of its own.</summary>
    public int SocketsPerAddress { get; init; } = 1;

    /// <summary>Receive buffer asked of the system for each socket.</summary>
    public int ReceiveBufferLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>Milliseconds a query may wait in the socket: after that its client has asked again.</summary>
    public long MaxQueueAgeMs { get; init; } = 1500;
}

namespace StubCheck.Asking;

/// <summary>A way to ask: transport, and what the query says it understands.</summary>
internal sealed record Mode(string Id, Transport Transport, bool HasEdns, bool WantsSignatures)
{
    /// <summary>The payload size that queries with EDNS offer.</summary>
    public const int OfferedSize = 1232;

    /// <summary>Every mode, in the order of the report.</summary>
    public static readonly IReadOnlyList<Mode> All =
    [
        new("udp", Transport.Udp, HasEdns: false, WantsSignatures: false),
        new("udp+edns", Transport.Udp, HasEdns: true, WantsSignatures: false),
        new("udp+do", Transport.Udp, HasEdns: true, WantsSignatures: true),
        new("tcp", Transport.Tcp, HasEdns: false, WantsSignatures: false),
        new("tcp+edns", Transport.Tcp, HasEdns: true, WantsSignatures: false),
        new("tcp+do", Transport.Tcp, HasEdns: true, WantsSignatures: true),
    ];

    /// <summary>The same mode over TCP.</summary>
    public Mode OverTcp => All.Single(mode => mode.Transport == Transport.Tcp
        && mode.HasEdns == HasEdns && mode.WantsSignatures == WantsSignatures);

    // RFC 1035 §4.2.1: 512 octets without EDNS.
    // RFC 9715 §3.2: no datagram longer than what passes everywhere.
    /// <summary>The longest reply that may come.</summary>
    public int ReplyLimit => Transport == Transport.Tcp ? ushort.MaxValue : HasEdns ? OfferedSize : 512;
}

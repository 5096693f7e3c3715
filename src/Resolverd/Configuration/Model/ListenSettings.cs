using Resolver.Ports;
using Resolverd.Configuration.Reading;
using Resolverd.Configuration.Values;

namespace Resolverd.Configuration.Model;

/// <summary>Where clients are listened to.</summary>
internal sealed record ListenSettings
{
    private const int MaxAddresses = 256;

    /// <summary>UDP addresses.</summary>
    public required ValueList<ServerAddress> Udp { get; init; }

    /// <summary>TCP addresses.</summary>
    public required ValueList<ServerAddress> Tcp { get; init; }

    /// <summary>What happens when an address is missing.</summary>
    public required MissingAddress MissingAddress { get; init; }

    /// <summary>Worker threads; nothing: one per processor.</summary>
    public required int? Workers { get; init; }

    /// <summary>UDP sockets per address; nothing: one per worker.</summary>
    public required int? SocketsPerAddress { get; init; }

    /// <summary>The largest UDP answer in bytes.</summary>
    public required int EdnsUdpSize { get; init; }

    /// <summary>The receive buffer of each UDP socket.</summary>
    public required ByteSize ReceiveBuffer { get; init; }

    /// <summary>Queries that waited longer in a socket are dropped.</summary>
    public required TimeSpan MaxQueueAge { get; init; }

    /// <summary>Declares the keys and reads them.</summary>
    public static ListenSettings Read(SectionReader r) => new()
    {
        Udp = r.Value("udp", Kinds.ListOf(Kinds.Endpoint, MaxAddresses), Loopback,
            "Addresses that take queries over UDP."),
        Tcp = r.Value("tcp", Kinds.ListOf(Kinds.Endpoint, MaxAddresses), Loopback,
            "Addresses that take queries over TCP."),
        MissingAddress = r.Value("missing-address", Kinds.Choice<MissingAddress>(), MissingAddress.Fail,
            "What to do at start when the machine does not have a listed address. The built-in default addresses are "
            + "skipped where the machine lacks them."),
        Workers = r.Value("workers", Kinds.OptionalValue(Kinds.Integer(1, 256, "threads"), "auto"), null,
            "Worker threads. `auto`: as many as the processors the control group allows."),
        SocketsPerAddress = r.Value("sockets-per-address",
            Kinds.OptionalValue(Kinds.Integer(1, 256, "sockets"), "auto"), null,
            "UDP sockets opened per address (SO_REUSEPORT). `auto`: one per worker."),
        EdnsUdpSize = r.Value("edns-udp-size", Kinds.Integer(512, 4096, "bytes"), 1232,
            "The largest UDP answer, and the buffer size told to clients. Above 1232 answers may be fragmented "
            + "(RFC 9715)."),
        ReceiveBuffer = r.Value("receive-buffer", Kinds.Bytes(ByteSize.KiB(64), ByteSize.MiB(256)), ByteSize.MiB(4),
            "Receive buffer asked of the system for each UDP socket."),
        MaxQueueAge = r.Planned("max-queue-age", Kinds.Duration("100ms", "1m"), Kinds.Time("1500ms"),
            "A query that waited longer than this in a socket is dropped: its client has given up or asked again."),
    };

    private static ValueList<ServerAddress> Loopback { get; } =
        Kinds.Parsed(Kinds.Endpoint, "127.0.0.1:53", "[::1]:53");
}

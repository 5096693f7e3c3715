namespace Resolver.Queries;

/// <summary>How a query came in.</summary>
public enum Transport : byte
{
    /// <summary>Datagrams on port 53: the address of the client is only a claim.</summary>
    Udp,

    /// <summary>TCP (RFC 7766).</summary>
    Tcp,

    /// <summary>DNS over TLS (RFC 7858).</summary>
    Tls,

    /// <summary>DNS over HTTPS (RFC 8484).</summary>
    Https,

    /// <summary>DNS over QUIC (RFC 9250).</summary>
    Quic,
}

namespace Resolver.Recursion;

/// <summary>How a question travels to a server.</summary>
public enum Transport : byte
{
    /// <summary>Datagrams (RFC 1035 §4.2.1).</summary>
    Udp,

    /// <summary>A TCP stream (RFC 7766).</summary>
    Tcp,
}

namespace Dns;

/// <summary>CLASS and QCLASS numbers (RFC 1035 §3.2.4, RFC 2136 §1.3). The resolver recurses for IN alone.</summary>
public enum RecordClass : ushort
{
    /// <summary>The Internet.</summary>
    In = 1,

    /// <summary>Chaosnet; only server identity questions use it (RFC 4892).</summary>
    Chaos = 3,

    /// <summary>Hesiod.</summary>
    Hesiod = 4,

    /// <summary>QCLASS NONE (RFC 2136).</summary>
    None = 254,

    /// <summary>QCLASS ANY.</summary>
    Any = 255,
}

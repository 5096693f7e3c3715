namespace Dns.Text;

/// <summary>Names of service parameter keys, and "key" with a number for all others (RFC 9460 §2.1).</summary>
public static class SvcParamKeyText
{
    /// <summary>Keys a client must know.</summary>
    internal const ushort Mandatory = 0;

    /// <summary>Protocols of the endpoint.</summary>
    internal const ushort Alpn = 1;

    /// <summary>The default protocol is not there.</summary>
    internal const ushort NoDefaultAlpn = 2;

    /// <summary>Port of the endpoint.</summary>
    internal const ushort Port = 3;

    /// <summary>IPv4 addresses of the endpoint.</summary>
    internal const ushort IPv4Hint = 4;

    /// <summary>Encrypted ClientHello.</summary>
    internal const ushort Ech = 5;

    /// <summary>IPv6 addresses of the endpoint.</summary>
    internal const ushort IPv6Hint = 6;

    /// <summary>URI template of DNS over HTTPS (RFC 9461).</summary>
    internal const ushort DohPath = 7;

    /// <summary>Oblivious HTTP (RFC 9540).</summary>
    internal const ushort Ohttp = 8;

    /// <summary>Key exchange groups.</summary>
    internal const ushort TlsSupportedGroups = 9;

    /// <summary>Path of DNS over CoAP.</summary>
    internal const ushort DocPath = 10;

    private static readonly MnemonicTable Table = new("key",
    [
        (Mandatory, "mandatory"),
        (Alpn, "alpn"),
        (NoDefaultAlpn, "no-default-alpn"),
        (Port, "port"),
        (IPv4Hint, "ipv4hint"),
        (Ech, "ech"),
        (IPv6Hint, "ipv6hint"),
        (DohPath, "dohpath"),
        (Ohttp, "ohttp"),
        (TlsSupportedGroups, "tls-supported-groups"),
        (DocPath, "docpath"),
    ]);

    /// <summary>Reads a key's name, or "key" and a number.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ushort key) => Table.TryRead(text, out key);

    /// <summary>The key's name, or "key" and the number.</summary>
    public static string Write(ushort key) => Table.Write(key);
}

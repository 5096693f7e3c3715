namespace Dns.Text;

/// <summary>Names of service parameter keys, and "key" with a number for all others (RFC 9460 §2.1).</summary>
public static class SvcParamKeyText
{
    internal const ushort Mandatory = 0;
    internal const ushort Alpn = 1;
    internal const ushort NoDefaultAlpn = 2;
    internal const ushort Port = 3;
    internal const ushort IPv4Hint = 4;
    internal const ushort Ech = 5;
    internal const ushort IPv6Hint = 6;
    internal const ushort DohPath = 7;
    internal const ushort Ohttp = 8;
    internal const ushort TlsSupportedGroups = 9;
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

namespace Dns.Text;

/// <summary>Small registries that fields of RDATA refer to.</summary>
internal static class CodePoints
{
    /// <summary>Certificate types (RFC 4398 §2.1).</summary>
    public static MnemonicTable Certificates { get; } = new("",
    [
        (1, "PKIX"), (2, "SPKI"), (3, "PGP"), (4, "IPKIX"), (5, "ISPKI"), (6, "IPGP"), (7, "ACPKIX"), (8, "IACPKIX"),
        (253, "URI"), (254, "OID"),
    ]);

    /// <summary>Schemes of DSYNC (RFC 9859 §2.1).</summary>
    public static MnemonicTable SyncSchemes { get; } = new("", [(1, "NOTIFY")]);

    /// <summary>Octets of a DS digest; zero for a type nobody knows (RFC 4034, 4509, 6605).</summary>
    public static int DelegationDigestLength(byte digestType) => digestType switch
    {
        1 => 20,
        2 => 32,
        4 => 48,
        _ => 0,
    };
}

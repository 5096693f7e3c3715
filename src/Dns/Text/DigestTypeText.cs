namespace Dns.Text;

/// <summary>Names of the digest types of DS records, and plain digits for those without one.</summary>
public static class DigestTypeText
{
    private static readonly MnemonicTable Table = new("",
    [
        (1, "SHA-1"),
        (2, "SHA-256"),
        (3, "GOST R 34.11-94"),
        (4, "SHA-384"),
        (5, "GOST R 34.11-2012"),
        (6, "SM3"),
    ]);

    /// <summary>The name, or the number's digits.</summary>
    public static string Write(byte digestType) => Table.Write(digestType);
}

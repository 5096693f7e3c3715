namespace Dns.Text;

/// <summary>Names of DNSSEC algorithms, and plain digits for those without one (RFC 4034 App. A.1).</summary>
public static class DnssecAlgorithmText
{
    /// <summary>All mnemonics; of two for one algorithm the first is written.</summary>
    internal static readonly MnemonicTable Table = new("",
    [
        (1, "RSAMD5"),
        (2, "DH"),
        (3, "DSA"),
        (5, "RSASHA1"),
        (6, "DSA-NSEC3-SHA1"),
        (7, "RSASHA1-NSEC3-SHA1"),
        (8, "RSASHA256"),
        (10, "RSASHA512"),
        (12, "ECC-GOST"),
        (13, "ECDSAP256SHA256"),
        (14, "ECDSAP384SHA384"),
        (15, "ED25519"),
        (16, "ED448"),
        (17, "SM2SM3"),
        (23, "ECC-GOST12"),
        (252, "INDIRECT"),
        (253, "PRIVATEDNS"),
        (254, "PRIVATEOID"),
        (6, "NSEC3DSA"),
        (7, "NSEC3RSASHA1"),
        (12, "ECCGOST"),
    ]);

    /// <summary>Reads a mnemonic or a number from 0 to 255.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out byte algorithm)
    {
        var isAlgorithm = Table.TryRead(text, out var number) && number <= byte.MaxValue;
        algorithm = isAlgorithm ? (byte)number : (byte)0;
        return isAlgorithm;
    }

    /// <summary>The mnemonic, or the number's digits.</summary>
    public static string Write(byte algorithm) => Table.Write(algorithm);
}

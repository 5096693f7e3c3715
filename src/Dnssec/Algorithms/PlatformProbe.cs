using System.Security.Cryptography;

namespace Dnssec.Algorithms;

/// <summary>
/// Finds out what the platform's cryptography library can really do by letting it verify a known signature. Some
/// libraries have an algorithm and refuse it by policy (SHA-1, mostly): a zone signed with it is then insecure, and
/// without this test it would look bogus.
/// </summary>
internal static class PlatformProbe
{
    private const string RsaKey =
        "AwEAAa9XnIlFsVWBKTDhCilh7qalqJ+9FYa8I1uIfeSTMexHexFEmU5OIV4BX2Gwa+7xdxsrT3SyIB7wIBX9GFyt"
        + "y4PaX1UA1pkh11yuLSRGoF4Y8TZsZt+VC94VEsFg1LNaoxwMO1+nO2/xkbU2jOFZG2hC/TjYUB3f2SZQi1qNPi3P";

    private const string RsaSha1 =
        "d8NznsFIbbZeG3PpesxLjEYJHMd7YFdvop5x5oHNgsxx799Vg6yO7UimO54M/r1VczDujg7OnViowigQEusUBIZJ"
        + "uEmoOPJbPXg+71vI6DPznBT6CP4Y29+tPB9N3+uNQyCoHTUyQWM8xVsjPIsi9bf7SdNylePlr7oYZ4wKtGc=";

    private const string RsaSha256 =
        "QWqJYgbR2THdczFQRhv/lcdKlrBgpLuODH7YKt4MGEPoLH3iAFIbcQW7QNB36AD6qczOjH7KH9dYqIBbR0nMAlKx"
        + "BPTXRmNRxctU81wPGg9WUxgBt8qvdTqAsg8Hzpl4tce7T3hPRJ38azt+X4/ChiYPYl7DTY+JXTr8fAempnE=";

    private const string RsaSha512 =
        "X8Gk/ht/LO7PgRW3aquuK6h00MWN8vgZJSaXt+N5vabRn57tp+idhG8pBUT8Aa9DAEpKdOzkjEzYDLu4tGsBixTV"
        + "Lb4XoWYwcdA4r4cwa8ObN+Keq1W28AcR9zBYTDItgr+bWjxdroatJg8pRlYnsKx3waTQS+xu0jE2R3q8YXg=";

    private const string P256Key =
        "Lsd4PVXwR9sJmhnr3b4uvfyrOB7Gw978W/nQhh6+qoRoiv/Q8f6sauY0hXywIJQyFqMjjdKPVEP/LKo8U9oSjQ==";

    private const string P256Signature =
        "xfaHYusulyf5LAOe57aq/MQarVey5VSsHhTse5aCLa7mUZdtLX6wP710jQTMZIPtgtVcvx1s6Ht00rnjI1ch6w==";

    private const string P384Key =
        "1176j+4P//jXSVnFNyMEN4rH/0zdP2h8TEUHQRdnWb31yPZ8OAeXx1EIZK9sHL0LiZi+0JGJEjXreSXlTWFi6yRp"
        + "7W1vCmUaUZpvkeLQGPaLESCizNqVs/pnUS2tIXdw";

    private const string P384Signature =
        "3bwoQCqDYU+b5suZE4E+X083vrxhTNoFp1KwZom3TZinQHq1hXYb+x6g6NwlX26V/M7PKYmpY6HOcISQQFFvNo01"
        + "kLMRiHlZ1EeRX3Zs2XcSjP0wL010lzZ64adR+jCX";

    private const string Ed25519Key =
        "d/HoFOdfI2Chg40OCbmCMV8h10QL/sFqNRiTtIrNpOc=";

    private const string Ed25519Signature =
        "ACDoNvkqepUmaGfySCzaeHiQWsFx2k4JaWWnvLjWu+/KZnj1L7miNR2hEjyOhZ4+8BzxZxobKo1+VXpb4eENAg==";

    private const string Ed448Key =
        "9YSS9RDMwNv00ssF84MOm9E3INs3Xp0dgoBKfHkfl49fFelwVUtr/Pk0H5RFreugjI9UreJlpkGA";

    private const string Ed448Signature =
        "ln0R70LdMUDSynZayfKitPlv+GnfDW5gexMpbPHCuEcKQu7PjkeuQdsMH3O4FnmdFrXQF+mCPXeAoyGn5e53o6ZE"
        + "MjFJVXwNXYKNkGs5GwrLovrkaIKILa2tc4e0lCikS/ATjXd6qHAwxdtV9rooiiEA";

    private static ReadOnlySpan<byte> Message => "resolverd"u8;

    /// <summary>True if a known good signature of the algorithm verifies here.</summary>
    public static bool CanVerify(SecurityAlgorithm algorithm) => algorithm switch
    {
        SecurityAlgorithm.RsaSha1 or SecurityAlgorithm.RsaSha1Nsec3Sha1 => Try(algorithm, RsaKey, RsaSha1),
        SecurityAlgorithm.RsaSha256 => Try(algorithm, RsaKey, RsaSha256),
        SecurityAlgorithm.RsaSha512 => Try(algorithm, RsaKey, RsaSha512),
        SecurityAlgorithm.EcdsaP256Sha256 => Try(algorithm, P256Key, P256Signature),
        SecurityAlgorithm.EcdsaP384Sha384 => Try(algorithm, P384Key, P384Signature),
        SecurityAlgorithm.Ed25519 => Try(algorithm, Ed25519Key, Ed25519Signature),
        SecurityAlgorithm.Ed448 => Try(algorithm, Ed448Key, Ed448Signature),
        _ => false,
    };

    private static bool Try(SecurityAlgorithm algorithm, string keyText, string signatureText)
    {
        try
        {
            var octets = Convert.FromBase64String(keyText);
            if (PublicKey.TryParse(algorithm, octets, KeyLimits.Default, out var key) != KeyFailure.None)
                return false;
            using (key)
                return key!.Verify(Message, Convert.FromBase64String(signatureText));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

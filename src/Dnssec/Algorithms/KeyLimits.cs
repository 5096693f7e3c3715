namespace Dnssec.Algorithms;

/// <summary>The RSA keys that are taken.</summary>
/// <param name="MinModulusBits">Shorter moduli are refused.</param>
/// <param name="MaxModulusBits">Longer moduli are refused: they only cost time.</param>
public sealed record KeyLimits(int MinModulusBits, int MaxModulusBits)
{
    /// <summary>
    /// Bits of the longest public exponent. 2^32 + 1 has been seen in zones; a longer one only costs time, in
    /// proportion to its length.
    /// </summary>
    public const int MaxExponentBits = 33;

    /// <summary>1,024 to 4,096 bits.</summary>
    // RFC 5702 §2: RSA/SHA-256 may have 512 bits; but such a key can be factored in hours for a few dollars.
    public static KeyLimits Default { get; } = new(1024, 4096);

    /// <summary>All that RFC 5702 §2 allows: 512 to 4,096 bits.</summary>
    public static KeyLimits Rfc5702 { get; } = new(512, 4096);
}

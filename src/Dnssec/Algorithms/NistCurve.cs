using System.Globalization;
using System.Numerics;

namespace Dnssec.Algorithms;

/// <summary>
/// The curve y² = x³ - 3x + b modulo a prime, just far enough to tell whether a point is on it. It holds no secret,
/// so it need not run in constant time.
/// </summary>
internal sealed class NistCurve
{
    private readonly BigInteger _prime;
    private readonly BigInteger _b;

    private NistCurve(string prime, string b)
    {
        // A leading zero keeps the number positive.
        _prime = BigInteger.Parse("0" + prime, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _b = BigInteger.Parse("0" + b, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    /// <summary>P-256 (FIPS 186-4 D.1.2.3).</summary>
    public static NistCurve P256 { get; } = new(
        "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF",
        "5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");

    /// <summary>P-384 (FIPS 186-4 D.1.2.4).</summary>
    public static NistCurve P384 { get; } = new(
        "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF",
        "B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF");

    /// <summary>True if the big-endian coordinates are below the prime and solve the equation.</summary>
    public bool Contains(ReadOnlySpan<byte> xOctets, ReadOnlySpan<byte> yOctets)
    {
        var x = new BigInteger(xOctets, isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(yOctets, isUnsigned: true, isBigEndian: true);
        return x < _prime && y < _prime && (y * y - (x * x - 3) * x - _b) % _prime == 0;
    }
}

using System.Text;

namespace Dns.Text.Fields;

/// <summary>The parts of a location (RFC 1876 §2, §3): angles, an altitude and precisions in metres.</summary>
internal static class LocationText
{
    /// <summary>Centimetres by which altitudes are raised so that they are not negative: 100,000 m.</summary>
    private const ulong AltitudeBase = 10_000_000;

    private const ulong MaxPrecision = 9_000_000_000;

    /// <summary>The axis from south to north.</summary>
    public static Angle Latitude { get; } = new(90, 'N', 'S');

    /// <summary>The axis from west to east.</summary>
    public static Angle Longitude { get; } = new(180, 'E', 'W');

    /// <summary>Reads an altitude in metres, with an "m" or without.</summary>
    public static TextError ReadAltitude(ref TokenCursor tokens, out uint altitude)
    {
        altitude = 0;
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        var isNegative = text.StartsWith("-"u8);
        if (isNegative)
            text = text[1..];
        var max = isNegative ? AltitudeBase : uint.MaxValue - AltitudeBase;
        if (!TryReadMetres(text, max, out var distance))
            return TextError.ValueInvalid;
        altitude = (uint)(isNegative ? AltitudeBase - distance : AltitudeBase + distance);
        return TextError.None;
    }

    /// <summary>Writes an altitude in metres to the centimetre.</summary>
    public static void WriteAltitude(uint altitude, StringBuilder text)
    {
        var distance = altitude >= AltitudeBase ? altitude - AltitudeBase : AltitudeBase - altitude;
        if (altitude < AltitudeBase)
            text.Append('-');
        NumberText.Write(distance / 100, text);
        text.Append('.');
        NumberText.WritePadded(distance % 100, 2, text);
        text.Append('m');
    }

    /// <summary>Reads a size or precision, of which the first digit and the power of ten are kept.</summary>
    public static TextError ReadPrecision(ref TokenCursor tokens, out byte precision)
    {
        precision = 0;
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!TryReadMetres(text, MaxPrecision, out var mantissa))
            return TextError.ValueInvalid;
        var exponent = 0;
        for (; mantissa > 9; mantissa /= 10)
            exponent++;
        precision = (byte)((int)mantissa << 4 | exponent);
        return TextError.None;
    }

    /// <summary>True for an octet that a size can be read into: two decimal digits, no power of zero.</summary>
    public static bool IsPrecision(byte precision) =>
        precision == 0 || (precision >> 4 is > 0 and <= 9 && (precision & 0xf) <= 9);

    /// <summary>Writes a size or precision in metres.</summary>
    public static void WritePrecision(byte precision, StringBuilder text)
    {
        var centimetres = (ulong)precision >> 4;
        for (var exponent = precision & 0xf; exponent > 0; exponent--)
            centimetres *= 10;
        NumberText.Write(centimetres / 100, text);
        if (centimetres % 100 != 0)
        {
            text.Append('.');
            NumberText.WritePadded(centimetres % 100, 2, text);
        }
        text.Append('m');
    }

    /// <summary>Reads a decimal fraction of at most so many places as a whole number of its smallest units.</summary>
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, int places, ulong max, out ulong units)
    {
        units = 0;
        var dot = text.IndexOf((byte)'.');
        var whole = dot < 0 ? text : text[..dot];
        var fraction = dot < 0 ? default : text[(dot + 1)..];
        if (fraction.Length > places || (dot >= 0 && fraction.IsEmpty) || !NumberText.TryRead(whole, max, out units))
            return false;
        var fractionUnits = 0ul;
        if (!fraction.IsEmpty && !NumberText.TryRead(fraction, max, out fractionUnits))
            return false;
        for (var i = 0; i < places; i++)
        {
            units *= 10;
            if (i >= fraction.Length)
                fractionUnits *= 10;
        }
        units += fractionUnits;
        return units <= max;
    }

    private static bool TryReadMetres(ReadOnlySpan<byte> text, ulong max, out ulong centimetres)
    {
        if (text.EndsWith("m"u8) || text.EndsWith("M"u8))
            text = text[..^1];
        return TryReadDecimal(text, 2, max, out centimetres);
    }
}

using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// Latitude or longitude: degrees, minutes, seconds and a letter; on the wire thousandths of a second from 2^31
/// (RFC 1876 §2).
/// </summary>
internal sealed class Angle(int maxDegrees, char positive, char negative)
{
    private const uint Zero = 1u << 31;
    private const uint PerDegree = 3_600_000;
    private const uint PerMinute = 60_000;
    private const uint PerSecond = 1000;

    private readonly uint _max = (uint)maxDegrees * PerDegree;

    /// <summary>True for a value that is no farther from zero than the axis goes.</summary>
    public bool Contains(uint value) => value >= Zero - _max && value <= Zero + _max;

    /// <summary>Reads degrees and, if there, minutes and seconds, up to the letter.</summary>
    public TextError Read(ref TokenCursor tokens, out uint value)
    {
        value = 0;
        var distance = 0ul;
        for (var part = 0; ; part++)
        {
            var error = tokens.TakeBare(out var text);
            if (error != TextError.None)
                return error;
            if (part > 0 && text.Length == 1 && (IsLetter(text[0], positive) || IsLetter(text[0], negative)))
            {
                value = IsLetter(text[0], positive) ? Zero + (uint)distance : Zero - (uint)distance;
                return distance <= _max ? TextError.None : TextError.ValueInvalid;
            }
            if (!TryReadPart(text, part, out var units))
                return TextError.ValueInvalid;
            distance += units;
        }
    }

    /// <summary>Writes all parts and the letter.</summary>
    public void Write(uint value, StringBuilder text)
    {
        var distance = value >= Zero ? value - Zero : Zero - value;
        NumberText.Write(distance / PerDegree, text);
        text.Append(' ');
        NumberText.Write(distance / PerMinute % 60, text);
        text.Append(' ');
        NumberText.Write(distance / PerSecond % 60, text);
        text.Append('.');
        NumberText.WritePadded(distance % PerSecond, 3, text);
        text.Append(' ').Append(value >= Zero ? positive : negative);
    }

    private bool TryReadPart(ReadOnlySpan<byte> text, int part, out ulong units)
    {
        units = 0;
        switch (part)
        {
            case 0 when NumberText.TryRead(text, (ulong)maxDegrees, out var degrees):
                units = degrees * PerDegree;
                return true;
            case 1 when NumberText.TryRead(text, 59, out var minutes):
                units = minutes * PerMinute;
                return true;
            case 2:
                return LocationText.TryReadDecimal(text, 3, 59_999, out units);
            default:
                return false;
        }
    }

    private static bool IsLetter(byte octet, char letter) => char.ToUpperInvariant((char)octet) == letter;
}

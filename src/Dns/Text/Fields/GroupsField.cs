using System.Globalization;
using System.Text;

namespace Dns.Text.Fields;

/// <summary>
/// Groups of hexadecimal digits with a character between: EUI48 and EUI64 (RFC 7043), NID and L64 (RFC 6742).
/// </summary>
internal sealed class GroupsField(int groups, int groupOctets, char separator, int minDigits) : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.Length < groups * groupOctets ? -1 : groups * groupOctets;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        for (var i = 0; i < groups; i++)
        {
            var end = i < groups - 1 ? text.IndexOf((byte)separator) : text.Length;
            if (end < minDigits || end > 2 * groupOctets)
                return TextError.HexInvalid;
            if (!ushort.TryParse(
                text[..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                return TextError.HexInvalid;
            }
            rdata.AppendNumber(value, groupOctets);
            text = text[Math.Min(end + 1, text.Length)..];
        }
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        for (var i = 0; i < field.Length; i++)
        {
            if (i > 0 && i % groupOctets == 0)
                text.Append(separator);
            text.Append(CultureInfo.InvariantCulture, $"{field[i]:x2}");
        }
    }
}

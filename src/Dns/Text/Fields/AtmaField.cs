using System.Text;

namespace Dns.Text.Fields;

/// <summary>An ATM address: hexadecimal digits in format 0, a plus sign and decimal digits in format 1.</summary>
internal sealed class AtmaField : TextField
{
    private const byte EndSystemFormat = 0;
    private const byte TelephoneFormat = 1;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.Length < 2 || rdata[0] > TelephoneFormat)
            return -1;
        return rdata[0] == EndSystemFormat || AreDigits(rdata[1..]) ? rdata.Length : -1;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (text.StartsWith("+"u8))
        {
            if (!AreDigits(text[1..]))
                return TextError.NumberInvalid;
            rdata.AppendByte(TelephoneFormat);
            rdata.Append(text[1..]);
            return TextError.None;
        }
        rdata.AppendByte(EndSystemFormat);
        return DottedHex.TryRead(text, ref rdata) && rdata.Length > 1 ? TextError.None : TextError.HexInvalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        if (field[0] == TelephoneFormat)
            text.Append('+').Append(Encoding.ASCII.GetString(field[1..]));
        else
            HexText.Write(field[1..], text);
    }

    private static bool AreDigits(ReadOnlySpan<byte> octets) =>
        !octets.IsEmpty && octets.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}

using System.Text;

namespace Dns.Text.Fields;

/// <summary>A length octet and octets in hexadecimal digits, a hyphen for none (RFC 5155 §3.3).</summary>
internal sealed class SaltField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.IsEmpty || rdata.Length <= rdata[0] ? -1 : rdata[0] + 1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (text is [(byte)'-'])
            text = default;
        else if (text.Length > 2 * byte.MaxValue)
            return TextError.HexInvalid;
        rdata.AppendByte((byte)(text.Length / 2));
        return HexText.TryRead(text, ref rdata) ? TextError.None : TextError.HexInvalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        if (field.Length == 1)
            text.Append('-');
        HexText.Write(field[1..], text);
    }
}

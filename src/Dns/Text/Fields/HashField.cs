using System.Text;

namespace Dns.Text.Fields;

/// <summary>A length octet and a hashed name in base 32, one octet at least (RFC 5155 §3.3).</summary>
internal sealed class HashField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.IsEmpty || rdata[0] == 0 || rdata.Length <= rdata[0] ? -1 : rdata[0] + 1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        var length = text.Length * 5 / 8;
        if (length is 0 or > byte.MaxValue)
            return TextError.Base32Invalid;
        rdata.AppendByte((byte)length);
        return Base32HexText.TryRead(text, ref rdata) ? TextError.None : TextError.Base32Invalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => Base32HexText.Write(field[1..], text);
}

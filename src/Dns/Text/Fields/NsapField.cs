using System.Text;

namespace Dns.Text.Fields;

/// <summary>An NSAP address: 0x and hexadecimal digits, dots among them for the eye (RFC 1706 §7).</summary>
internal sealed class NsapField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.IsEmpty ? -1 : rdata.Length;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!text.StartsWith("0x"u8) && !text.StartsWith("0X"u8))
            return TextError.HexInvalid;
        var before = rdata.Length;
        return DottedHex.TryRead(text[2..], ref rdata) && rdata.Length > before ? TextError.None : TextError.HexInvalid;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        text.Append("0x");
        HexText.Write(field, text);
    }
}

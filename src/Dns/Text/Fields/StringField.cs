using System.Text;

namespace Dns.Text.Fields;

/// <summary>A character-string: a length octet and up to 255 octets (RFC 1035 §3.3).</summary>
internal sealed class StringField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.IsEmpty || rdata.Length <= rdata[0] ? -1 : rdata[0] + 1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata) => ReadString(ref tokens, ref rdata);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) => OctetText.WriteQuoted(field[1..], text);

    /// <summary>Reads a string, in quotes or not.</summary>
    internal static TextError ReadString(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        if (!tokens.TryTake(out var text, out _))
            return TextError.FieldMissing;
        // An escaped octet takes four characters at most; more than that is too long in any case.
        if (text.Length > 4 * byte.MaxValue)
            return TextError.StringTooLong;
        Span<byte> octets = stackalloc byte[4 * byte.MaxValue];
        var error = OctetText.TryReadAll(text, octets, out var length);
        if (error != TextError.None)
            return error;
        if (length > byte.MaxValue)
            return TextError.StringTooLong;
        rdata.AppendByte((byte)length);
        rdata.Append(octets[..length]);
        return TextError.None;
    }
}

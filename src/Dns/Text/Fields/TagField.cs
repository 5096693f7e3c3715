using System.Text;

namespace Dns.Text.Fields;

/// <summary>A CAA tag: a length octet and letters and digits, one at least (RFC 8659 §4.1).</summary>
internal sealed class TagField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) =>
        rdata.IsEmpty || rdata.Length <= rdata[0] || !IsTag(rdata.Slice(1, rdata[0])) ? -1 : rdata[0] + 1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (text.Length > byte.MaxValue || !IsTag(text))
            return TextError.ValueInvalid;
        rdata.AppendByte((byte)text.Length);
        rdata.Append(text);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text) =>
        text.Append(Encoding.ASCII.GetString(field[1..]));

    private static bool IsTag(ReadOnlySpan<byte> octets)
    {
        foreach (var octet in octets)
        {
            if (!char.IsAsciiLetterOrDigit((char)octet))
                return false;
        }
        return !octets.IsEmpty;
    }
}

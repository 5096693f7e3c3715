using System.Text;

namespace Dns.Text.Fields;

/// <summary>Character-strings to the end, one at least.</summary>
internal sealed class StringsField(int max = int.MaxValue) : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        var count = 0;
        for (var rest = rdata; !rest.IsEmpty; rest = rest[(rest[0] + 1)..])
        {
            if (rest.Length <= rest[0] || ++count > max)
                return -1;
        }
        return count == 0 ? -1 : rdata.Length;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = StringField.ReadString(ref tokens, ref rdata);
        for (var count = 1; error == TextError.None && count < max && !tokens.IsAtEnd; count++)
            error = StringField.ReadString(ref tokens, ref rdata);
        return error;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        for (var isFirst = true; !field.IsEmpty; isFirst = false)
        {
            if (!isFirst)
                text.Append(' ');
            OctetText.WriteQuoted(field.Slice(1, field[0]), text);
            field = field[(field[0] + 1)..];
        }
    }
}

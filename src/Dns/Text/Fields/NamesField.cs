using System.Text;

namespace Dns.Text.Fields;

/// <summary>Domain names to the end, perhaps none.</summary>
internal sealed class NamesField : TextField
{
    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        for (var rest = rdata; !rest.IsEmpty;)
        {
            var length = WireName.Measure(rest);
            if (length < 0)
                return -1;
            rest = rest[length..];
        }
        return rdata.Length;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = TextError.None;
        while (error == TextError.None && !tokens.IsAtEnd)
            error = NameField.ReadName(ref tokens, ref rdata);
        return error;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        for (var isFirst = true; !field.IsEmpty; isFirst = false)
        {
            if (!isFirst)
                text.Append(' ');
            NameText.Write(field, text);
            field = field[WireName.Measure(field)..];
        }
    }
}

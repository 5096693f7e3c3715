using System.Text;

namespace Dns.Text.Fields;

/// <summary>A number of one to eight octets, written in decimal digits or as a word of its registry.</summary>
internal sealed class NumberField(int octets, MnemonicTable? words = null, NumberStyle style = NumberStyle.Digits)
    : TextField
{
    private readonly ulong _max = ulong.MaxValue >> (64 - 8 * octets);

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => rdata.Length < octets ? -1 : octets;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        var error = tokens.TakeBare(out var text);
        if (error != TextError.None)
            return error;
        if (!NumberText.TryRead(text, _max, out var value))
        {
            if (words is null || !words.TryRead(text, out var number) || number > _max)
                return TextError.NumberInvalid;
            value = number;
        }
        rdata.AppendNumber(value, octets);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        var value = 0ul;
        foreach (var octet in field)
            value = value << 8 | octet;
        if (style == NumberStyle.Word && words is not null)
            text.Append(words.Write((ushort)value));
        else
            NumberText.Write(value, text);
    }
}

using System.Text;

namespace Dns.Text.Fields;

/// <summary>The bitmap of an NXT record: one bit for each of the types 1 to 127 (RFC 2535 §5.2).</summary>
internal sealed class NxtBitmapField : TextField
{
    private const int MaxOctets = 16;

    /// <inheritdoc/>
    // RFC 2535 §5.2: trailing zero octets are left out, and bit zero says that another format is used.
    public override int Measure(ReadOnlySpan<byte> rdata)
    {
        if (rdata.IsEmpty)
            return 0;
        return rdata.Length <= MaxOctets && rdata[^1] != 0 && (rdata[0] & 0x80) == 0 ? rdata.Length : -1;
    }

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        Span<byte> bits = stackalloc byte[MaxOctets];
        bits.Clear();
        while (!tokens.IsAtEnd)
        {
            var error = tokens.TakeBare(out var text);
            if (error != TextError.None)
                return error;
            if (!RecordTypeText.TryRead(text, out var type) || (int)type is 0 or >= MaxOctets * 8)
                return TextError.TypeUnknown;
            bits[(int)type >> 3] |= (byte)(0x80 >> ((int)type & 7));
        }
        rdata.Append(bits[..(bits.LastIndexOfAnyExcept((byte)0) + 1)]);
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        var isFirst = true;
        for (var type = 1; type < 8 * field.Length; type++)
        {
            if ((field[type >> 3] & (0x80 >> (type & 7))) == 0)
                continue;
            if (!isFirst)
                text.Append(' ');
            RecordTypeText.Write((RecordType)type, text);
            isFirst = false;
        }
    }
}

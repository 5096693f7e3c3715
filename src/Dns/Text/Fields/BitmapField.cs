using System.Text;
using Dns.Records;

namespace Dns.Text.Fields;

/// <summary>A type bitmap to the end, written as the mnemonics of its types (RFC 4034 §4.2).</summary>
internal sealed class BitmapField : TextField
{
    private const int WindowTypes = 256;

    /// <inheritdoc/>
    public override int Measure(ReadOnlySpan<byte> rdata) => TypeBitmap.TryRead(rdata, out _) ? rdata.Length : -1;

    /// <inheritdoc/>
    public override TextError Read(ref TokenCursor tokens, ref RdataWriter rdata)
    {
        Span<byte> bits = stackalloc byte[(ushort.MaxValue + 1) / 8];
        bits.Clear();
        while (!tokens.IsAtEnd)
        {
            var error = tokens.TakeBare(out var text);
            if (error != TextError.None)
                return error;
            if (!RecordTypeText.TryRead(text, out var type))
                return TextError.TypeUnknown;
            bits[(int)type >> 3] |= (byte)(0x80 >> ((int)type & 7));
        }
        for (var window = 0; window < WindowTypes; window++)
        {
            var octets = bits.Slice(window * TypeBitmap.MaxWindowLength, TypeBitmap.MaxWindowLength);
            var length = octets.LastIndexOfAnyExcept((byte)0) + 1;
            if (length == 0)
                continue;
            rdata.AppendByte((byte)window);
            rdata.AppendByte((byte)length);
            rdata.Append(octets[..length]);
        }
        return TextError.None;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> field, StringBuilder text)
    {
        TypeBitmap.TryRead(field, out var types);
        var isFirst = true;
        foreach (var type in types)
        {
            if (!isFirst)
                text.Append(' ');
            RecordTypeText.Write(type, text);
            isFirst = false;
        }
    }
}
